#!/usr/bin/env bash
# Installs Latchkey for this user with the installer that `packaging/windows/build.sh` made, twice, looks at what is there,
# removes it, and looks at what is left. For a Windows machine that is nobody's (a build server), in Git's bash:
#   tests/installer.sh target/windows/latchkey-0.1.0-setup.exe
# Elsewhere WINE=wine runs it in the prefix of WINEPREFIX.
set -euo pipefail
# Git's bash would take /S for a path.
export MSYS_NO_PATHCONV=1
SETUP=$1
CLASS='HKCU\Software\Classes\app.latchkey'
ENTRY='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\app.latchkey.Latchkey'
APP_PATH='HKCU\Software\Microsoft\Windows\CurrentVersion\App Paths\latchkey.exe'

main() {
  local local_data roaming before
  local_data=$(directory LOCALAPPDATA)
  roaming=$(directory APPDATA)
  PROGRAMS="$local_data\\Programs\\Latchkey"
  LINK=$(here "$roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Latchkey.lnk")
  KEPT=$(here "$roaming\\app.latchkey.Latchkey")
  LOST=$(here "$local_data\\app.latchkey.Latchkey")
  before=$(value 'HKCU\Environment' Path)

  win "$SETUP" /S
  installed
  # Over itself, as an update does.
  win "$SETUP" /S
  installed
  [[ $(value 'HKCU\Environment' Path) == "${before:+$before;}$PROGRAMS" ]] || fail "the search path: $(value 'HKCU\Environment' Path)"

  mkdir -p "$KEPT" "$LOST/state"
  echo '{}' >"$KEPT/profiles.json"
  win "$PROGRAMS\\uninstall.exe" /S
  # It goes on from a copy of itself.
  for _ in $(seq 100); do
    [[ -e $(here "$PROGRAMS") ]] || [[ -n $(value "$ENTRY" DisplayName) ]] || break
    sleep 0.1
  done
  for gone in "$(here "$PROGRAMS")" "$LINK" "$LOST"; do
    [[ ! -e $gone ]] || fail "left behind: $gone"
  done
  for key in "$CLASS" "$ENTRY" "$APP_PATH"; do
    ! win reg query "$key" >/dev/null 2>&1 || fail "left behind: $key"
  done
  [[ $(value 'HKCU\Environment' Path) == "$before" ]] || fail "the search path is another one: $(value 'HKCU\Environment' Path)"
  [[ $(<"$KEPT/profiles.json") == '{}' ]] || fail "the instances are gone"
  rm -r "$KEPT"
  echo "installed, updated, removed: as it should be"
}

installed() {
  local file
  for file in latchkey.exe latchkeyw.exe uninstall.exe LICENSE.txt completions.ps1; do
    [[ -f $(here "$PROGRAMS\\$file") ]] || fail "missing: $file"
  done
  [[ -f $LINK ]] || fail "missing: $LINK"
  holds "$CLASS" "" "URL:Latchkey"
  win reg query "$CLASS" /v "URL Protocol" >/dev/null || fail "missing: URL Protocol"
  holds "$CLASS\\DefaultIcon" "" "\"$PROGRAMS\\latchkeyw.exe\",0"
  holds "$CLASS\\shell\\open\\command" "" "\"$PROGRAMS\\latchkeyw.exe\" -- \"%1\""
  holds "$APP_PATH" "" "$PROGRAMS\\latchkey.exe"
  holds "$ENTRY" DisplayName Latchkey
  holds "$ENTRY" InstallLocation "$PROGRAMS"
  holds "$ENTRY" UninstallString "\"$PROGRAMS\\uninstall.exe\""
  holds "$ENTRY" QuietUninstallString "\"$PROGRAMS\\uninstall.exe\" /S"
}

holds() {
  [[ $(value "$1" "$2") == "$3" ]] || fail "$1, $2: $(value "$1" "$2")"
}

# value KEY NAME: nothing when it is not there.
value() {
  local -a which=(/ve)
  [[ -z $2 ]] || which=(/v "$2")
  { win reg query "$1" "${which[@]}" 2>/dev/null || true; } | tr -d '\r' | sed -n 's/^ .*    REG_[A-Z_]*    //p'
}

directory() {
  win cmd /c "echo %$1%" | tr -d '\r'
}

# A path of Windows as this shell reads it.
here() {
  if [[ -n ${WINE-} ]]; then winepath -u "$1"; else cygpath -u "$1"; fi
}

win() {
  ${WINE:+"$WINE"} "$@"
}

fail() {
  echo "$1" >&2
  exit 1
}

main
