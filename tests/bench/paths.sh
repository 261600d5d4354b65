# shellcheck shell=bash
# Where the installed test bench lies: names only, nothing is made here. Sourced.
#
# Everything is kept outside the checkout, in directories named by a hash of what they were made
# from, so that two checkouts with different lock files never share, and equal ones always do.

BENCH_SOURCE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
BENCH_CACHE=${LATCHKEY_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/latchkey-bench}
# Counted up by hand when install.sh makes something else out of the same lock files.
BENCH_RECIPE=1

# digest FILE…: 16 hex digits over the contents, the recipe and the machine's kind.
digest() {
  {
    echo "$BENCH_RECIPE $(uname -sm)"
    cat "$@"
  } | sha256sum | cut -c1-16
}

# A virtual environment is bound to the Python that made it.
BENCH_TOOLS=$BENCH_CACHE/tools-$(
  digest "$BENCH_SOURCE/python/requirements.txt" <(python3 --version 2>&1)
)
BENCH_PYTHON=$BENCH_TOOLS/bin/python
BENCH_NODE=$BENCH_TOOLS/node/bin/node

# bench_npm ARGUMENT…: the npm of the bench's Node, as a machine may have none, and another one writes another tree.
bench_npm() {
  PATH=$(dirname "$BENCH_NODE"):$PATH \
    "$BENCH_NODE" "$BENCH_TOOLS/node/lib/node_modules/npm/bin/npm-cli.js" "$@"
}

# The fuzzer's command (tests/fuzz.sh).
BENCH_CARGO_FUZZ_VERSION=0.13.2
BENCH_CARGO_FUZZ=$BENCH_CACHE/cargo-fuzz-$BENCH_CARGO_FUZZ_VERSION-$(uname -m)

# directus_path 11|12, template_path 11|12
directus_path() {
  local key
  key=$(digest "$BENCH_SOURCE/python/requirements.txt" "$BENCH_SOURCE/directus-$1/package-lock.json")
  echo "$BENCH_CACHE/directus-$1-$key"
}

template_path() {
  local key
  key=$(digest "$BENCH_SOURCE/directus-$1/package-lock.json" "$BENCH_SOURCE/directus.env" \
    "$BENCH_SOURCE"/seed/*)
  echo "$BENCH_CACHE/template-$1-$key"
}

# print_paths: what the Rust harness reads. Fails when something is not installed.
print_paths() {
  local -a paths=("BENCH_NODE=$BENCH_NODE" "BENCH_PYTHON=$BENCH_PYTHON")
  local version line
  for version in 11 12; do
    paths+=("BENCH_DIRECTUS_$version=$(directus_path "$version")")
    paths+=("BENCH_TEMPLATE_$version=$(template_path "$version")")
  done
  for line in "${paths[@]}"; do
    if [[ ! -e ${line#*=} ]]; then
      echo "The test bench is not installed (${line#*=} is missing). Run: tests/bench/install.sh" >&2
      return 1
    fi
    echo "$line"
  done
}
