#!/usr/bin/env bash
# Installs a cargo subcommand that has to be built, outside the checkout, and prints the directory that its program is in,
# for PATH.
#
#   PATH=$(tests/bench/cargo_tool.sh cargo-fuzz):$PATH cargo fuzz --version
#
# Built from crates.io with the versions its authors locked; here stand only its own version and why it is needed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=tests/bench/paths.sh
source ./paths.sh
# shellcheck source=tests/bench/prerequisites.sh
source ./prerequisites.sh

main() {
  local name=${1-} version
  case $name in
    # Builds the targets of tests/fuzz.
    cargo-fuzz) version=0.13.2 ;;
    *)
      sed -n '2,7s/^# \{0,1\}//p' cargo_tool.sh >&2
      return 2
      ;;
  esac
  local target=$BENCH_CACHE/$name-$version
  mkdir -p "$BENCH_CACHE"
  # One installer at a time for one tool; a second one waits and then finds it done.
  exec 9>"$BENCH_CACHE/.$name.lock"
  flock 9
  if [[ ! -d $target ]]; then
    echo "$name $version: building…" >&2
    local scratch started=$SECONDS
    scratch=$(mktemp -d "$BENCH_CACHE/.$name.XXXXXX")
    # shellcheck disable=SC2064 # the directory of now
    trap "rm -rf '$scratch'" EXIT
    # Neither this project's settings nor its build products have to do with it. Optimised for being built: it runs for
    # seconds.
    (cd / && quietly env -u RUSTFLAGS CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
      CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_TARGET_DIR="$scratch/target" \
      cargo install "$name" --version "=$version" --locked --root "$scratch/root" >&2)
    mv "$scratch/root" "$target"
    echo "$name $version: built in $((SECONDS - started)) s." >&2
  fi
  # In use: not among what tests/bench/install.sh removes after a month.
  touch "$target"
  echo "$target/bin"
}

main "$@"
