#!/usr/bin/env bash
# Every check of Latchkey, on a machine that has a Rust toolchain and Debian 12's base: installs the
# packages (as root; otherwise says which) and the test bench, then spelling, workflows, dependencies, format, lints,
# documentation, scripts, desktop file, all tests on real parts, and the packages. Stops at the first step that fails.
# Leaves nothing behind but build products and the bench's cache.
#
# Several things go on at a time: this machine is prepared and the small checks are made while cargo compiles the tests;
# then they run, and often wait, while cargo goes on with what they do not need. What a step prints is shown when it has
# ended. Searching for new inputs that break a parser is no part of it: tests/fuzz.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=tests/bench/prerequisites.sh
source tests/bench/prerequisites.sh
# shellcheck source=tests/bench/paths.sh
source tests/bench/paths.sh
# shellcheck source=tests/bench/chroot.sh
source tests/bench/chroot.sh

# Each is a process group of its own, so that it can be ended with all that it started.
LANES=()

main() {
  # All temporary files of the run, those of a test that is killed as well.
  SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-run.XXXXXX")
  export TMPDIR=$SCRATCH
  mkdir "$SCRATCH/ended"
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  # Nothing of a real desktop is touched, or found by accident.
  unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
  # Quicker to build than what is shipped, which .github/workflows/release.yml puts to the same proof.
  export LATCHKEY_PROFILE=proof
  # The same picture of a window everywhere.
  export ICED_TEST_BACKEND=tiny-skia

  files_below_tests >"$SCRATCH/before"
  step "Debian packages to begin with" packages_to_begin_with
  lane on_this_machine
  lane with_cargo
  lane at_last
  lane companion
  wait_for_lanes
  step "Nothing new below tests/" nothing_new
  slowest
  not_proved_here
  echo
  total
}

# Prepares the machine, makes the checks that need no build, then runs the tests.
on_this_machine() {
  step "Debian packages" all_packages
  step "Test bench" tests/bench/install.sh
  step "More of the bench" more_of_the_bench
  step "Scripts" check_scripts
  step "Desktop file" desktop_files
  step "Spelling" in_python_checks typos
  step "Workflows" in_python_checks workflows
  step "Dependencies" in_python_checks dependencies
  step "Windows installer" windows_installer
  after "Test programs"
  step "Tests" tests
}

# Compiles, in the order in which the results are waited for.
with_cargo() {
  step "Format" format
  step "Test programs" test_programs
  # The tests have the processor first.
  renice -n 10 "$BASHPID" >/dev/null
  step "Release" packaging/build.sh program
  after "More of the bench"
  if ((EUID == 0)); then
    # Windows are waited for.
    renice -n 0 "$BASHPID" >/dev/null
    step "Packages" tests/packages.sh
  else
    step "Packages, made and not installed" packaging/build.sh all
  fi
}

# What nothing waits for. The end of the release build keeps one core busy, so all of this comes after it.
at_last() {
  after "Release"
  renice -n 10 "$BASHPID" >/dev/null
  step "Lints" cargo clippy --all-targets --locked -- -D warnings
  step "Documentation" documentation
  step "Examples of the documentation" examples
}

# Of the extension for Directus, in which nothing is compiled.
companion() {
  after "More of the bench"
  step "Companion's tests" packaging/directus/tests/run.sh
}

# lane FUNCTION: runs it beside others.
lane() {
  set -m
  {
    set +m
    "$1"
  } </dev/null &
  set +m
  LANES+=($!)
}

# The first that fails ends all others.
wait_for_lanes() {
  local lane ended
  local -a others
  while ((${#LANES[@]} > 0)); do
    if ! wait -n -p ended "${LANES[@]}"; then
      total
      exit 1
    fi
    others=()
    for lane in "${LANES[@]}"; do
      if [[ $lane != "$ended" ]]; then others+=("$lane"); fi
    done
    LANES=("${others[@]}")
  done
}

# step NAME COMMAND…: runs it, then shows a heading, what it printed, and its time. Ends the lane if it fails.
step() {
  local name=$1 started=$SECONDS said failed=
  shift
  said=$(mktemp "$SCRATCH/said.XXXXXX")
  echo "--- $name"
  # In the background, since a condition would take `set -e` from the command.
  "$@" </dev/null >"$said" 2>&1 &
  wait $! || failed=yes
  {
    flock 8
    printf '\n=== %s\n' "$name"
    cat "$said"
    printf '=== %s:%s %s s\n' "$name" "${failed:+ FAILED after}" "$((SECONDS - started))"
    printf '%s\t%s\n' "$((SECONDS - started))" "$name" >>"$SCRATCH/steps"
  } 8>"$SCRATCH/printing"
  rm "$said"
  [[ -z $failed ]] || exit 1
  : >"$SCRATCH/ended/${name//\//}"
}

# after NAME: waits for a step of another lane. If that fails, so does the run.
after() {
  until [[ -e $SCRATCH/ended/$1 ]]; do sleep 0.2; done
}

clean_up() {
  local lane mounted
  for lane in "${LANES[@]}"; do kill -TERM -- "-$lane" 2>/dev/null || true; done
  for lane in "${LANES[@]}"; do wait "$lane" 2>/dev/null || true; done
  # A test's small disk, if the test was killed.
  while read -r _ mounted _; do
    [[ $mounted != "$SCRATCH"/* ]] || umount -l "$mounted"
  done </proc/mounts
  rm -rf "$SCRATCH"
}

# Enough to compile. Who is not root and misses something is told all of it at once.
packages_to_begin_with() {
  if ((EUID == 0)); then
    require_packages "${PACKAGES_BUILD[@]}"
  else
    all_packages
  fi
}

all_packages() {
  local -a packages=("${PACKAGES_BUILD[@]}" "${PACKAGES_SERVERS[@]}" "${PACKAGES_WINDOW[@]}" "${PACKAGES_DESKTOP[@]}"
    "${PACKAGES_BROWSER[@]}" "${PACKAGES_CHECKS[@]}" "${PACKAGES_PACKING[@]}")
  if ((EUID == 0)); then packages+=("${PACKAGES_PACKAGES[@]}"); fi
  require_packages "${packages[@]}"
}

# What tests would install when they first ask for it, while others wait.
more_of_the_bench() {
  tests/bench/idp/install.sh
  tests/bench/tools/install.sh
  packaging/directus/tests/run.sh --install
  if ((EUID == 0)); then keep_chroot; fi
}

check_scripts() {
  local -a scripts
  mapfile -t scripts < <(git ls-files --cached --others --exclude-standard -- '*.sh' .ci/run)
  shellcheck --external-sources "${scripts[@]}"
  bash -n "${scripts[@]}"
}

# in_python_checks COMMAND…: with the checkers that are installed outside the checkout.
in_python_checks() {
  local checkers
  checkers=$(tests/bench/python_checks.sh)
  PATH=$checkers:$PATH "$@"
}

# Their form, and what an attacker could do with them.
workflows() {
  check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
  zizmor --offline --no-progress --persona=pedantic .github
}

# Known vulnerabilities need the network, and change without a commit: .github/workflows/ci.yml asks for them.
dependencies() {
  cargo deny --locked check licenses bans sources
  if ! cargo metadata --locked --format-version 1 --manifest-path tests/fuzz/Cargo.toml >/dev/null; then
    echo "After a change of dependencies: cargo metadata --manifest-path tests/fuzz/Cargo.toml >/dev/null" >&2
    return 1
  fi
}

desktop_files() {
  desktop-file-validate packaging/linux/*.desktop
}

# The installer's source compiles, around two empty programs.
windows_installer() {
  mkdir "$SCRATCH/programs"
  touch "$SCRATCH/programs/latchkey.exe" "$SCRATCH/programs/latchkeyw.exe"
  OUT=$SCRATCH packaging/windows/build.sh installer "$SCRATCH/programs"
}

format() {
  cargo fmt --check
  # What only the fuzzer compiles.
  cargo fmt --check --manifest-path tests/fuzz/Cargo.toml
}

test_programs() {
  cargo test --locked --no-run --message-format=json-render-diagnostics >"$SCRATCH/built"
}

# There are no examples, but with them the crates below have the features that the tests ask for: those that the lints have
# looked at, and not the same once more.
documentation() {
  RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --locked --lib --bins --examples
}

examples() {
  cargo test --locked --no-fail-fast --doc 2>&1 | tee "$SCRATCH/tests-in-documentation"
}

# All test programs run, even after one has failed, so that the count at the end is whole.
tests() {
  tests/programs.py "$SCRATCH/built" "$SCRATCH/times" e2e screens 2>&1 | tee "$SCRATCH/tests"
}

files_below_tests() {
  find tests -type f -print0 | sort -z | xargs -0 sha256sum
}

# Tests write nothing below tests/ unless LATCHKEY_WRITE_SNAPSHOTS asks them to: a file that a test makes or changes by itself
# would let the next run pass for no reason.
nothing_new() {
  files_below_tests >"$SCRATCH/after"
  diff -u "$SCRATCH/before" "$SCRATCH/after" || {
    echo "The run made or changed these files below tests/: look at them, then commit them." >&2
    return 1
  }
}

# Where to look first when a run takes too long.
slowest() {
  printf '\nThe slowest steps (seconds by the clock, beside what else went on):\n'
  sort -rn "$SCRATCH/steps" | awk -F '\t' 'NR <= 10 { printf "%7d  %s\n", $1, $2 }'
  printf '\nThe slowest tests (the same, from beginning to end of each; see tests/programs.py):\n'
  sort -rn "$SCRATCH/times" | awk -F '\t' 'NR <= 10 { printf "%7.1f  %s\n", $1, $2 }'
}

not_proved_here() {
  ((EUID != 0)) || return 0
  cat <<'WORDS'

Not proved here, as it needs root: the packages, installed and used in a clean Debian (tests/packages.sh); that a full
disk is what it should be, that no password stays in a window's memory, that a directory of another user is refused
(tests that say so and end).
WORDS
}

# The sum of the lines “test result: ok. 3 passed; 0 failed; …”.
total() {
  compgen -G "$SCRATCH/tests*" >/dev/null || return 0
  awk '/^test result:/ { passed += $4; failed += $6 }
       END { print passed + 0 " passed, " failed + 0 " failed" }' "$SCRATCH"/tests*
}

main "$@"
