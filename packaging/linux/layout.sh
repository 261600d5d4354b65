#!/usr/bin/env bash
# Lays out what every package of Latchkey for Linux holds, once for all of them, as it stands below /usr.
#
#   packaging/linux/layout.sh DIRECTORY PROGRAM     writes DIRECTORY/bin and DIRECTORY/share
#
# The zsh completions go to site-functions, where everybody but Debian looks; packaging/build.sh moves them for the .deb.
# The licences of what is compiled in need the crates' sources, as a build leaves them.
set -euo pipefail

main() {
  local to program root id=app.latchkey.Latchkey icon
  to=$(realpath -m "$1")
  program=$(realpath "$2")
  root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
  cd "$root/packaging"
  rm -rf "$to"
  install -Dm755 "$program" "$to/bin/latchkey"
  install -Dm644 "linux/$id.desktop" -t "$to/share/applications"
  install -Dm644 "linux/$id.metainfo.xml" -t "$to/share/metainfo"
  while read -r icon; do
    install -Dm644 "icons/hicolor/$icon" "$to/share/icons/hicolor/$icon"
  done < <(cd icons/hicolor && find . -type f)
  install -Dm644 completions/latchkey.bash "$to/share/bash-completion/completions/latchkey"
  install -Dm644 completions/_latchkey -t "$to/share/zsh/site-functions"
  install -Dm644 completions/latchkey.fish -t "$to/share/fish/vendor_completions.d"
  install -d "$to/share/man/man1" "$to/share/doc/latchkey"
  gzip -9nc man/latchkey.1 >"$to/share/man/man1/latchkey.1.gz"
  ./licences.py | gzip -9nc >"$to/share/doc/latchkey/third-party.gz"
  install -m644 ../LICENSE "$to/share/doc/latchkey/LICENSE"
}

main "$@"
