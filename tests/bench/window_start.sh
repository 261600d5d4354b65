#!/usr/bin/env bash
# How soon the window is there, what memory it takes and what it does when nothing happens; beside it, in the same
# run, Chromium as an app on the Data Studio's sign-in page of a real Directus 12. Prints a table and judges nothing.
#
#   cargo build --release && tests/bench/window_start.sh [PROGRAM]      RUNS=10 is how often each is started
#
# Has a display, a session bus, a keyring, a home and a server of its own. Twenty made-up instances are kept, nobody is
# signed in, so Latchkey asks the keyring twenty times and contacts no server. Needs root: the memory of a process that
# refuses debuggers is told to nobody else. Quick only on a quiet machine: what else runs is in the figures.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=tests/bench/prerequisites.sh
source ./prerequisites.sh
# shellcheck source=tests/bench/paths.sh
source ./paths.sh
# shellcheck source=tests/bench/servers.sh
source ./servers.sh
# shellcheck source=tests/bench/desktop.sh
source ./desktop.sh

main() {
  local program=${1:-../../target/release/latchkey} port smtp data
  [[ -x $program ]] || {
    echo "$program is not there. Run: cargo build --release" >&2
    return 1
  }
  ((EUID == 0)) || {
    echo "Run this as root: the memory of a process that refuses debuggers is told to nobody else." >&2
    return 1
  }
  program=$(realpath "$program")
  require_packages "${PACKAGES_DESKTOP[@]}" "${PACKAGES_WINDOW[@]}" "${PACKAGES_BROWSER[@]}" python3 python3-xlib
  print_paths >/dev/null
  WORK=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-window.XXXXXX")
  trap clean_up EXIT
  unset WAYLAND_DISPLAY XDG_CURRENT_DESKTOP
  export HOME=$WORK/home XDG_RUNTIME_DIR=$WORK/run
  export LATCHKEY_CONFIG_DIR=$WORK/config LATCHKEY_STATE_DIR=$WORK/state
  mkdir -p "$HOME" "$LATCHKEY_CONFIG_DIR"
  mkdir -m 700 "$XDG_RUNTIME_DIR"
  start_display "$WORK/display"
  start_keyring "$WORK/keyring"
  keep_twenty >"$LATCHKEY_CONFIG_DIR/profiles.json"

  read -r port smtp < <(free_ports 2)
  data=$WORK/directus
  cp -r "$(template_path 12)" "$data"
  configure_directus "$data" "$port" "$smtp"
  directus_command 12 "$data"
  in_background "$WORK/directus.log" "${DIRECTUS[@]}" start
  wait_for_directus "$port" "$SERVER_PID" "$WORK/directus.log"

  # Debian's own, whose package has the X library.
  /usr/bin/python3 window_start.py "$program" "http://127.0.0.1:$port/admin/login" "${RUNS:-10}" "$WORK"
}

clean_up() {
  local pid
  for pid in $(jobs -p); do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$WORK"
}

keep_twenty() {
  python3 - <<'PYTHON'
import json
print(json.dumps({'version': 1, 'profiles': [
    {'id': f'{number:016x}', 'name': f'Instance {number}', 'url': f'https://cms-{number}.example.com',
     'project': {'name': f'Project {number}', 'color': f'#{number * 12:02x}44a0'}}
    for number in range(1, 21)]}))
PYTHON
}

main "$@"
