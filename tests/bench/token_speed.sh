#!/usr/bin/env bash
# How long `latchkey token` takes, as a whole process, when the token in the keyring is still good; beside it, in the
# same run, `secret-tool lookup` of the same entry and `gh auth token`. Prints a table and judges nothing.
#
#   cargo build --release && tests/bench/token_speed.sh [PROGRAM]
#
# Has a session bus and a keyring of its own, and contacts no server. Debian 12's gh keeps its token in a file, so it
# asks no keyring.
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

ID=0123456789abcdef
URL=https://cms.example.com

main() {
  local program=${1:-../../target/release/latchkey}
  [[ -x $program ]] || {
    echo "$program is not there. Run: cargo build --release" >&2
    return 1
  }
  program=$(realpath "$program")
  require_packages hyperfine gh dbus dbus-x11 gnome-keyring libsecret-tools python3
  WORK=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-token.XXXXXX")
  trap clean_up EXIT
  start_keyring "$WORK/keyring"
  export LATCHKEY_CONFIG_DIR=$WORK/config LATCHKEY_STATE_DIR=$WORK/state GH_CONFIG_DIR=$WORK/gh
  mkdir -p "$LATCHKEY_CONFIG_DIR" "$GH_CONFIG_DIR"
  printf '{"version":1,"profiles":[{"id":"%s","name":"bench","url":"%s"}]}\n' "$ID" "$URL" \
    >"$LATCHKEY_CONFIG_DIR/profiles.json"
  record | secret-tool store --label=bench service app.latchkey.Latchkey username "$ID"
  printf 'github.com:\n    user: bench\n    oauth_token: gho_none\n    git_protocol: https\n' \
    >"$GH_CONFIG_DIR/hosts.yml"

  # Each does what it should before its time means anything.
  [[ $("$program" token bench) == eyJ* ]]
  [[ $(gh auth token) == gho_none ]]
  hyperfine -N --style basic --warmup 10 --runs 200 --export-json "$WORK/times.json" \
    "$program token bench" \
    "secret-tool lookup service app.latchkey.Latchkey username $ID" \
    "gh auth token" >/dev/null
  table "$WORK/times.json"
}

clean_up() {
  local pid
  for pid in $(jobs -p); do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$WORK"
}

# A session as Latchkey keeps it, whose access token was fetched a moment ago.
record() {
  python3 - "$URL" <<'PYTHON'
import json, sys, time
wall = int(time.time() * 1000)
boot = open('/proc/sys/kernel/random/boot_id').read().strip()
uptime = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
print(json.dumps({
    'version': 1, 'origin': sys.argv[1], 'provider': 'default', 'account': {'id': 'bench'},
    'refresh': 'x' * 64, 'since': wall, 'uptime': {'boot': boot, 'at': uptime},
    'access': {'token': 'eyJ' + 'x' * 250, 'obtained_at': wall, 'expires_at': wall + 900_000},
}), end='')
PYTHON
}

table() {
  python3 - "$1" <<'PYTHON'
import json, sys
results = json.load(open(sys.argv[1]))['results']
own = results[0]['median']
for result, name in zip(results, ('latchkey token', 'secret-tool lookup', 'gh auth token')):
    ms = result['median'] * 1000
    print(f"{name:20} median {ms:6.1f} ms   latchkey takes {own / result['median']:.2f} of it")
PYTHON
}

main "$@"
