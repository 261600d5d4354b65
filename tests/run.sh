#!/usr/bin/env bash
# Every check of Latchkey, on a machine that has a Rust toolchain and Debian 12's base: installs the
# packages (as root; otherwise says which) and the test bench, then spelling, workflows, dependencies, format, lints,
# documentation, scripts, desktop file, and all tests on real parts. Stops at the first step that fails. Leaves
# nothing behind but build products and the bench's cache.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=tests/bench/prerequisites.sh
source tests/bench/prerequisites.sh

main() {
  # All temporary files of the run, those of a test that is killed as well.
  SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-run.XXXXXX")
  export TMPDIR=$SCRATCH
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  # Nothing of a real desktop is touched, or found by accident.
  unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
  # The same picture of a window everywhere.
  export ICED_TEST_BACKEND=tiny-skia

  step "Debian packages" require_packages "${PACKAGES_BUILD[@]}" "${PACKAGES_SERVERS[@]}" \
    "${PACKAGES_WINDOW[@]}" "${PACKAGES_DESKTOP[@]}" "${PACKAGES_BROWSER[@]}" "${PACKAGES_CHECKS[@]}" \
    "${PACKAGES_FUZZ[@]}" "${PACKAGES_PACKING[@]}" "${PACKAGES_PACKAGES[@]}"
  step "Test bench" tests/bench/install.sh
  files_below_tests >"$SCRATCH/before"
  step "Scripts" check_scripts
  step "Desktop file" desktop_files
  step "Spelling" in_python_checks typos
  step "Workflows" in_python_checks workflows
  step "Dependencies" dependencies
  step "Windows installer" windows_installer
  step "Format" cargo fmt --check
  step "Lints" cargo clippy --all-targets --locked -- -D warnings
  step "Documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --locked
  step "Tests" tests
  step "Companion's tests" packaging/directus/tests/run.sh
  step "Packages" tests/packages.sh
  step "Fuzzing" tests/fuzz.sh
  step "Nothing new below tests/" nothing_new
  echo
  total
}

# step NAME COMMAND…: a heading, the command, its time; the end of the run if it fails. The command
# has a process group of its own, so that it can be ended with all that it started.
step() {
  local name=$1 started=$SECONDS
  shift
  printf '\n=== %s\n' "$name"
  set -m
  "$@" </dev/null &
  set +m
  STEP=$!
  if ! wait "$STEP"; then
    STEP=
    printf '\n=== %s: FAILED after %s s\n' "$name" "$((SECONDS - started))" >&2
    total
    exit 1
  fi
  STEP=
  printf '=== %s: %s s\n' "$name" "$((SECONDS - started))"
}

clean_up() {
  local mounted
  if [[ -n ${STEP-} ]]; then
    kill -TERM -- "-$STEP" 2>/dev/null || true
    wait "$STEP" 2>/dev/null || true
  fi
  # A test's small disk, if the test was killed.
  while read -r _ mounted _; do
    [[ $mounted != "$SCRATCH"/* ]] || umount -l "$mounted"
  done </proc/mounts
  rm -rf "$SCRATCH"
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
  local tool
  tool=$(tests/bench/cargo_tool.sh cargo-deny)
  PATH=$tool:$PATH cargo deny --locked check licenses bans sources
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

tests() {
  # All test programs run, even after one has failed, so that the count at the end is whole. A test
  # that hangs does not hold the run for ever.
  timeout -k 10 2700 cargo test --locked --no-fail-fast 2>&1 | tee "$SCRATCH/tests"
}

files_below_tests() {
  find tests -type f -print0 | sort -z | xargs -0 sha256sum
}

# A snapshot that is made because it was missing, or changed, would pass for a test that succeeded.
nothing_new() {
  files_below_tests >"$SCRATCH/after"
  diff -u "$SCRATCH/before" "$SCRATCH/after" || {
    echo "The run made or changed these files below tests/: look at them, then commit them." >&2
    return 1
  }
}

# The sum of cargo's “test result: ok. 3 passed; 0 failed; …” lines.
total() {
  [[ -e $SCRATCH/tests ]] || return 0
  awk '/^test result:/ { passed += $4; failed += $6 }
       END { print passed + 0 " passed, " failed + 0 " failed" }' "$SCRATCH/tests"
}

main "$@"
