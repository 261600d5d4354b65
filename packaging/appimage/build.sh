#!/usr/bin/env bash
# Makes an AppImage of Latchkey: one file that runs without being installed.
#
#   packaging/appimage/build.sh PROGRAM DIRECTORY     writes DIRECTORY/Latchkey.AppDir and DIRECTORY/Latchkey-….AppImage
#
# The image is written by `appimagetool`, which is asked for in PATH or at $APPIMAGETOOL; without it the script fails
# when the AppDir is done, or succeeds if its first word is --directory-will-do. The AppDir holds no library: those of
# X11 and Wayland have to fit the desktop, so they are the machine's own. Its AppRun is the program itself, by a link:
# with no script around it no variable is set that the programs it starts would inherit.
set -euo pipefail

main() {
  local demanded=yes program directory here id=app.latchkey.Latchkey tool
  if [[ ${1-} == --directory-will-do ]]; then
    demanded=no
    shift
  fi
  program=$(realpath "$1")
  directory=$(realpath "$2")/Latchkey.AppDir
  here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
  rm -rf "$directory"
  mkdir -p "$directory"
  "$here/../linux/layout.sh" "$directory/usr" "$program"
  ln -s usr/bin/latchkey "$directory/AppRun"
  ln -s "usr/share/applications/$id.desktop" "$directory/$id.desktop"
  ln -s "usr/share/icons/hicolor/scalable/apps/$id.svg" "$directory/$id.svg"
  ln -s "usr/share/icons/hicolor/256x256/apps/$id.png" "$directory/.DirIcon"

  tool=${APPIMAGETOOL:-$(command -v appimagetool || true)}
  if [[ -z $tool ]]; then
    echo "No AppImage was made: appimagetool is not here. Fetch it from the AppImage project, then:" >&2
    echo "  APPIMAGETOOL=/path/to/appimagetool packaging/build.sh appimage" >&2
    echo "What it would be made of is in $directory; its AppRun can be started." >&2
    [[ $demanded == no ]]
    return
  fi
  ARCH=$(uname -m) "$tool" --no-appstream "$directory" "$(dirname "$directory")/Latchkey-$(uname -m).AppImage"
}

main "$@"
