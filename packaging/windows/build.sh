#!/usr/bin/env bash
# The programs and the installer for Windows, into target/windows.
#
#   packaging/windows/build.sh                    builds all of it: on Windows in Git's bash with the MSVC toolchain,
#                                                 or on Linux for x86_64-pc-windows-gnu with mingw-w64
#   packaging/windows/build.sh installer DIR      only the installer, of the two programs in DIR
#
# TARGET names another target (default: the toolchain's own on Windows), OUT another directory. makensis (NSIS 3) is looked for in PATH and
# where its own installer puts it.
#
# Two programs, as of python.exe and pythonw.exe: Windows decides by the file whether a program has a console. One for
# terminals, which a shell waits for and whose output it takes (attaching to the shell's console instead would leave the
# prompt in between, and a password would be read by both); and the same bytes without a console, for the Start menu and
# for links, so that no terminal opens beside the window. They share all but two bytes, which the installer packs once.
#
# Signing: SIGN is a command that is called with each file, for example
#   SIGN='signtool sign /fd sha256 /tr http://timestamp.digicert.com /td sha256 /n "The Latchkey authors"'
# Without it SmartScreen warns until the download is known. There is no notarisation on Windows.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
VERSION=$(sed -n 's/^version = "\([0-9.]*\)"$/\1/p' "$ROOT/Cargo.toml" | head -n 1)
OUT=${OUT:-$ROOT/target/windows}

main() {
  mkdir -p "$OUT"
  case ${1-} in
    "") build_programs && installer "$OUT" ;;
    installer) installer "$2" ;;
    *) echo "usage: build.sh [installer DIR]" >&2 && exit 2 ;;
  esac
}

build_programs() {
  local target resources
  target=${TARGET:-$(rustc -vV | sed -n 's/^host: //p')}
  case $target in
    *-windows-gnu*)
      resources=$OUT/latchkey.o
      fill_in
      "${WINDRES:-x86_64-w64-mingw32-windres}" --codepage=65001 -O coff "$OUT/latchkey.rc" "$resources"
      ;;
    *-windows-msvc)
      resources=$OUT/latchkey.res
      fill_in
      # Dashes, because Git's bash takes /nologo for a path.
      "$(resource_compiler)" -nologo -fo "$(native "$resources")" "$(native "$OUT/latchkey.rc")"
      # Without this the program asks for a library that a fresh Windows does not have.
      export RUSTFLAGS="${RUSTFLAGS-} -C target-feature=+crt-static"
      ;;
    *) echo "not a target of Windows: $target (set TARGET)" >&2 && exit 1 ;;
  esac
  # shellcheck disable=SC2086 # CARGO_FLAGS is a list of words
  (cd "$ROOT" && cargo rustc --release --locked --bin latchkey --target "$target" ${CARGO_FLAGS-} -- \
    -C "link-arg=$(native "$resources")")
  cp "${CARGO_TARGET_DIR:-$ROOT/target}/$target/release/latchkey.exe" "$OUT/latchkey.exe"
  without_console "$OUT/latchkey.exe" "$OUT/latchkeyw.exe"
  sign "$OUT/latchkey.exe"
  sign "$OUT/latchkeyw.exe"
}

# The resources with today's version and paths.
fill_in() {
  sed "s/@NUMBERS@/$VERSION.0/" "$HERE/latchkey.manifest" >"$OUT/latchkey.manifest"
  sed -e "s/@VERSION@/$VERSION/" -e "s/@COMMAS@/${VERSION//./,},0/" \
    -e "s|@ICON@|$(native "$ROOT/packaging/icons/latchkey.ico")|" \
    -e "s|@MANIFEST@|$(native "$OUT/latchkey.manifest")|" "$HERE/latchkey.rc" >"$OUT/latchkey.rc"
}

# A path as programs of Windows read it.
native() {
  if command -v cygpath >/dev/null; then cygpath -m "$1"; else echo "$1"; fi
}

resource_compiler() {
  command -v rc.exe && return
  find "/c/Program Files (x86)/Windows Kits/10/bin" -path '*/x64/rc.exe' | sort | tail -n 1
}

# without_console FROM TO: the same program for the other subsystem (Microsoft, "PE Format", Optional Header
# Windows-Specific Fields: Subsystem at 68; 3 is a console's, 2 is a window's).
without_console() {
  local header at
  header=$(od -An -tu4 -j60 -N4 "$1")
  at=$((header + 24 + 68))
  [[ $(od -An -tu2 -j"$at" -N2 "$1") -eq 3 ]] || { echo "$1: not a program with a console" >&2 && return 1; }
  cp "$1" "$2"
  printf '\002' | dd of="$2" bs=1 seek="$at" conv=notrunc status=none
}

sign() {
  [[ -z ${SIGN-} ]] || eval "$SIGN \"\$1\""
}

# installer DIR
installer() {
  local makensis setup=$OUT/latchkey-$VERSION-setup.exe
  makensis=$(command -v makensis || echo "/c/Program Files (x86)/NSIS/makensis.exe")
  # shellcheck disable=SC2086 # NSIS_FLAGS is a list of words
  "$makensis" -V2 -WX ${NSIS_FLAGS-} "-DVERSION=$VERSION" "-DFILES=$(native "$(cd "$1" && pwd)")" "-DOUT=$(native "$setup")" \
    ${SIGN:+"-DSIGN=$SIGN"} "$(native "$HERE/latchkey.nsi")"
  sign "$setup"
  echo "$setup"
}

main "$@"
