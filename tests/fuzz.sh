#!/usr/bin/env bash
# Searches for inputs that break what reads what others wrote (links, requests to the listener, answers of servers, files,
# the keyring's record, pictures): builds the targets of tests/fuzz with cargo-fuzz, and runs each from its committed
# corpus. The corpus itself is run by tests/seeds.rs, with all other tests; .github/workflows/fuzz.yml searches each week.
#
#   tests/fuzz.sh                          some seconds for each target, two at a time
#   tests/fuzz.sh SECONDS [TARGET…]        as long as you like; what is found from a minute on is kept below target/
#   tests/fuzz.sh --input TARGET FILE…     runs these inputs once: to see a failure again, or a new seed work
#   tests/fuzz.sh --keep [TARGET…]         takes what long runs found into tests/fuzz/corpus, as few files as possible
#
# The stable toolchain is enough. An input that fails is shown, and kept below target/fuzz/failures. At the end of a
# change that mends one, put it into the corpus by hand and write a unit test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=tests/bench/prerequisites.sh
source tests/bench/prerequisites.sh

BUILT=${CARGO_TARGET_DIR:-$PWD/target}/fuzz
CORPUS=tests/fuzz/corpus
# Of each target in the short run.
SHORT=8
# Seconds and mebibytes that one input may cost, instrumented and on a busy machine.
LONGEST=20
MOST=2048

# The longest input of each target, a little beyond the limit that the program sets.
declare -A LENGTH=(
  [address]=2048 [callback]=9000 [handover]=16384 [headers]=9000 [instance]=20000 [link]=66000 [note]=66000
  [picture]=270000 [preferences]=4096 [profiles]=20000 [record]=66000 [refusal]=4096 [settings]=8192 [token]=9000
)

main() {
  local seconds=$SHORT
  case "${1-}" in
    --input | --keep) ;;
    "" | [1-9]*)
      seconds=${1:-$SHORT}
      shift || true
      ;;
    *)
      sed -n '2,13s/^# \{0,1\}//p' tests/fuzz.sh
      return 2
      ;;
  esac
  SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-fuzz.XXXXXX")
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP

  require_packages "${PACKAGES_BUILD[@]}" "${PACKAGES_FUZZ[@]}"
  build
  case "${1-}" in
    --input) input "${@:2}" ;;
    --keep) each keep 1 "${@:2}" ;;
    *)
      SECONDS_EACH=$seconds each run 2 "$@"
      ;;
  esac
}

clean_up() {
  local pid
  for pid in $(jobs -p); do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$SCRATCH"
}

build() {
  local sysroot tool sanitizer=none started
  tool=$(tests/bench/cargo_tool.sh cargo-fuzz)
  started=$SECONDS
  if ! cargo metadata --locked --format-version 1 --manifest-path tests/fuzz/Cargo.toml >/dev/null; then
    echo "After a change of dependencies: cargo metadata --manifest-path tests/fuzz/Cargo.toml >/dev/null" >&2
    return 1
  fi
  sysroot=$(rustc --print sysroot)
  if compgen -G "$sysroot/lib/rustlib/*/lib/librustc*_rt.asan.a" >/dev/null; then sanitizer=address; fi
  # The instrumentation is an unstable option of a compiler that is not.
  PATH=$tool:$PATH RUSTC_BOOTSTRAP=1 \
    cargo fuzz build --fuzz-dir tests/fuzz --target-dir "$BUILT" --sanitizer "$sanitizer" --codegen-units 16
  echo "Built in $((SECONDS - started)) s, sanitizer: $sanitizer."
}

# each FUNCTION JOBS [TARGET…]: calls it for every target; fails when one of them does, after all have run.
each() {
  local function=$1 jobs=$2 target failed=0 running=0
  shift 2
  if (($# == 0)); then
    mapfile -t targets < <(printf '%s\n' "${!LENGTH[@]}" | sort)
    set -- "${targets[@]}"
  fi
  for target in "$@"; do
    if [[ -z ${LENGTH[$target]-} ]]; then
      echo "There is no target $target." >&2
      return 2
    fi
  done
  for target in "$@"; do
    if ((running == jobs)); then
      wait -n || failed=1
      running=$((running - 1))
    fi
    "$function" "$target" &
    running=$((running + 1))
  done
  while ((running > 0)); do
    wait -n || failed=1
    running=$((running - 1))
  done
  return "$failed"
}

# program TARGET OPTION…: the target's own program, ready to be run as a whole line.
program() {
  local target=$1
  shift
  PROGRAM=("$(echo "$BUILT"/*/release/"$target")" -timeout="$LONGEST" -rss_limit_mb="$MOST"
    -print_funcs=0
    -max_len="${LENGTH[$target]}" "$@")
}

run() {
  local target=$1 seconds=$SECONDS_EACH found log failures line
  local -a seed=()
  log=$SCRATCH/$target.log
  # Emptied first: what is in it afterwards is of this run.
  failures=$SCRATCH/$target.failures
  # A short run checks a change: it tries the same inputs each time, as far as it gets, and leaves nothing behind. A long
  # one searches, and goes on where the last one ended.
  if ((seconds < 60)); then
    found=$SCRATCH/$target
    seed=(-seed=1)
  else
    found=$BUILT/corpus/$target
  fi
  mkdir -p "$found" "$failures"
  program "$target" -max_total_time="$seconds" -artifact_prefix="$failures/" -dict="tests/fuzz/dictionaries/$target.txt" \
    "${seed[@]}"
  # It ends with this shell, however that ends.
  if setpriv --pdeathsig TERM "${PROGRAM[@]}" "$found" "$CORPUS/$target" >"$log" 2>&1; then
    line=$(sed -n 's/^.*\(cov: [0-9]*\).*$/\1/p' "$log" | tail -n 1)
    echo "$target: $(sed -n 's/^Done \([0-9]*\) runs in \([0-9]*\) .*$/\1 runs in \2 s/p' "$log"), $line"
  else
    failed "$target" "$log" "$failures"
    return 1
  fi
}

failed() {
  local target=$1 log=$2 failures=$3 file kept
  {
    printf '\n=== %s: an input failed\n' "$target"
    # What was asserted, without the fuzzer's own progress.
    grep -v '^#[0-9]' "$log" | tail -n 40
    mkdir -p "$BUILT/failures"
    for file in "$failures"/*; do
      [[ -f $file ]] || continue
      kept=$BUILT/failures/$target-$(basename "$file")
      cp "$file" "$kept"
      printf 'The input (%s bytes, the first 512), hex:\n' "$(stat -c %s "$file")"
      head -c 512 "$file" | od -An -v -tx1
      echo "base64:"
      head -c 512 "$file" | base64
      echo "Again: tests/fuzz.sh --input $target $kept"
    done
  } >&2
}

input() {
  local target=$1
  shift
  program "$target"
  "${PROGRAM[@]}" "$@"
}

# The smallest set of files with the same coverage, each named by its content.
keep() {
  local target=$1 merged=$SCRATCH/$1.merged
  mkdir -p "$merged" "$BUILT/corpus/$target"
  program "$target" -merge=1
  quietly "${PROGRAM[@]}" "$merged" "$CORPUS/$target" "$BUILT/corpus/$target"
  rm -rf "${CORPUS:?}/$target"
  cp -r "$merged" "$CORPUS/$target"
  echo "$target: $(find "$merged" -type f | wc -l) files, $(du -sb "$merged" | cut -f1) bytes"
}

main "$@"
