#!/usr/bin/env bash
# Installs the Directus tools that tests start through `latchkey exec`, outside the checkout, and prints the directory
# they are in.
#
#   ls "$(tests/bench/tools/install.sh)/node_modules/.bin"
#
# Needs tests/bench/install.sh to have run. The directory is named by a hash of the lock file.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=tests/bench/paths.sh
source ../paths.sh
target=$BENCH_CACHE/npm-tools-$(digest package-lock.json)

if [[ ! -d $target ]]; then
  scratch=$(mktemp -d "$BENCH_CACHE/.npm-tools.XXXXXX")
  trap 'rm -rf "$scratch"' EXIT
  cp package.json package-lock.json "$scratch/"
  bench_npm ci --prefix "$scratch" --ignore-scripts --no-audit --no-fund --omit=optional --loglevel=error >&2
  # Complete or not there at all; a second installer that was faster is as good.
  mv -T "$scratch" "$target" 2>/dev/null || [[ -d $target ]]
fi
echo "$target"
