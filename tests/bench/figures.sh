#!/usr/bin/env bash
# All figures of a release build in one table, beside those of its peers in the same run; and a second one of how they
# grow with the number of instances. Prints, writes the tables as Markdown to target/figures.md, and judges nothing.
#
#   packaging/build.sh program && tests/bench/figures.sh [--quick] [--without-peers] [PROGRAM]
#
# --quick repeats everything less often; --without-peers leaves out what other programs take, and what is needed for
# that. Takes about eight minutes, half of that with --quick.
#
# Has a display, a session bus, a keyring, a home and a server of its own, and contacts nothing outside. Needs root: the
# memory of a process that refuses debuggers is told to nobody else. Quick only on a quiet machine: what else runs is in
# the figures, and the load is told beside them.
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
  local program='' quick='' peers=yes target port smtp
  while (($#)); do
    case $1 in
      --quick) quick=--quick ;;
      --without-peers) peers='' ;;
      -*)
        echo "Not known: $1. There are --quick and --without-peers." >&2
        return 2
        ;;
      *) program=$1 ;;
    esac
    shift
  done
  target=${CARGO_TARGET_DIR:-$(realpath ../..)/target}
  program=${program:-$(realpath ../..)/target/release/latchkey}
  [[ -x $program ]] || {
    echo "$program is not there. Run: packaging/build.sh program" >&2
    return 1
  }
  ((EUID == 0)) || {
    echo "Run this as root: the memory of a process that refuses debuggers is told to nobody else." >&2
    return 1
  }
  program=$(realpath "$program")
  mkdir -p "$target"

  # Debian's Python, whose package has the X library.
  require_packages "${PACKAGES_DESKTOP[@]}" "${PACKAGES_WINDOW[@]}" python3 python3-xlib
  [[ -z $peers ]] || require_packages "${PACKAGES_BROWSER[@]}" nextcloud-desktop gh libglib2.0-bin
  print_paths >/dev/null

  WORK=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-figures.XXXXXX")
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  # Before anything of this run's own: it brings a home and servers of its own.
  if ! LATCHKEY_PROGRAM=$program callback "$quick" >"$WORK/callback"; then
    echo "The bench of the browser's callback failed: its row stays empty." >&2
  fi
  unset WAYLAND_DISPLAY XDG_CURRENT_DESKTOP
  export HOME=$WORK/home XDG_RUNTIME_DIR=$WORK/run GH_CONFIG_DIR=$WORK/gh
  export LATCHKEY_CONFIG_DIR=$WORK/config LATCHKEY_STATE_DIR=$WORK/state
  export LANG=C.UTF-8
  mkdir -p "$HOME" "$GH_CONFIG_DIR"
  mkdir -m 700 "$XDG_RUNTIME_DIR"
  start_display "$WORK/display"
  start_keyring "$WORK/keyring"

  local -a arguments=("$program" --work "$WORK" --target "$target" --callback "$WORK/callback")
  [[ -z $quick ]] || arguments+=("$quick")
  if [[ -n $peers ]]; then
    read -r port smtp < <(free_ports 2)
    start_server "$WORK/directus" "$port" "$smtp"
    arguments+=(--studio "http://127.0.0.1:$port")
    # Debian's gh keeps its token in a file, and so asks no keyring.
    printf 'github.com:\n    user: bench\n    oauth_token: gho_none\n    git_protocol: https\n' \
      >"$GH_CONFIG_DIR/hosts.yml"
  fi
  /usr/bin/python3 -B figures/main.py "${arguments[@]}"
}

clean_up() {
  local pid
  for pid in $(jobs -p); do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$WORK"
}

# callback [--quick]: prints what the bench prints. The bench itself is an unoptimised program, which only sends a
# request and waits; what it starts is the release build.
callback() {
  local rounds=20
  [[ -z $1 ]] || rounds=5
  command -v cargo >/dev/null || {
    echo "cargo is not there." >&2
    return 1
  }
  LATCHKEY_BENCH_ROUNDS=$rounds cargo bench --quiet --locked --profile dev --bench callback
}

start_server() {
  local data=$1 port=$2 smtp=$3
  cp -r "$(template_path 12)" "$data"
  configure_directus "$data" "$port" "$smtp"
  directus_command 12 "$data"
  in_background "$data.log" "${DIRECTUS[@]}" start
  wait_for_directus "$port" "$SERVER_PID" "$data.log"
}

main "$@"
