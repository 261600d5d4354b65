#!/usr/bin/env bash
# Tests the companion: its parts, and all of it in real Directus 11 and 12 with a real OpenID provider and Chromium.
#
#   packaging/directus/tests/run.sh             everything (needs tests/bench/install.sh to have run)
#   packaging/directus/tests/run.sh seal pages  only these files
#   packaging/directus/tests/run.sh --install   nothing yet, but what it needs is there afterwards
#
# One server runs at a time where that is possible, and everything goes into throw-away directories.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
bench=$(cd ../../../tests/bench && pwd)
# shellcheck source=tests/bench/paths.sh
source "$bench/paths.sh"
cache=$BENCH_CACHE

# Where the servers are; a caller who knows sets the variables beforehand.
if [[ -z ${BENCH_DIRECTUS_11-} ]]; then
  installed=$("$bench/install.sh" --paths)
  while IFS= read -r line; do export "${line?}"; done <<<"$installed"
fi
export BENCH_SETTINGS=${BENCH_SETTINGS:-$bench/directus.env}
BENCH_IDP=$("$bench/idp/install.sh")
export BENCH_IDP

# The driver of the browser, beside nothing else.
driver=$cache/browser-$(cat package.json package-lock.json | sha256sum | cut -c1-16)
if [[ ! -d $driver ]]; then
  scratch=$(mktemp -d "$cache/.browser.XXXXXX")
  trap 'rm -rf "$scratch"' EXIT
  cp package.json package-lock.json "$scratch/"
  bench_npm ci --prefix "$scratch" --ignore-scripts --no-audit --no-fund --loglevel=error >&2
  mv -T "$scratch" "$driver" 2>/dev/null || [[ -d $driver ]]
fi
if [[ ${1-} == --install ]]; then exit 0; fi
export BENCH_PLAYWRIGHT=$driver/node_modules/playwright-core
BENCH_CHROMIUM=${BENCH_CHROMIUM:-$(command -v chromium || true)}
export BENCH_CHROMIUM

files=()
for name in "$@"; do files+=("$name.test.js"); done
if ((${#files[@]} == 0)); then files=(*.test.js); fi
exec "$BENCH_NODE" --test --test-concurrency=1 --test-timeout=240000 "${files[@]}"
