#!/usr/bin/env bash
# Installs the OpenID provider beside its packages, outside the checkout, and prints the path of its program.
#
#   node "$(tests/bench/idp/install.sh)"
#
# Needs tests/bench/install.sh to have run. The directory is named by a hash of what is in it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=tests/bench/paths.sh
source ../paths.sh
cache=$BENCH_CACHE
files=(package.json package-lock.json idp.mjs accounts.mjs)
target=$cache/idp-$(cat "${files[@]}" | sha256sum | cut -c1-16)

if [[ ! -d $target ]]; then
  mkdir -p "$cache"
  scratch=$(mktemp -d "$cache/.idp.XXXXXX")
  trap 'rm -rf "$scratch"' EXIT
  cp "${files[@]}" "$scratch/"
  bench_npm ci --prefix "$scratch" --ignore-scripts --no-audit --no-fund --omit=optional --loglevel=error >&2
  # Complete or not there at all; a second installer that was faster is as good.
  mv -T "$scratch" "$target" 2>/dev/null || [[ -d $target ]]
fi
echo "$target/idp.mjs"
