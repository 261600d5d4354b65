#!/usr/bin/env bash
# Makes the archive for a person who cannot or will not install packages: everything, and an installer for one user.
#
#   packaging/linux/tarball.sh PROGRAM DIRECTORY VERSION     writes DIRECTORY/latchkey-VERSION-MACHINE-linux.tar.xz
#
# SOURCE_DATE_EPOCH, if set, is how old its files are.
set -euo pipefail

main() {
  local program directory name here
  program=$(realpath "$1")
  directory=$(realpath "$2")
  name=latchkey-$3-$(uname -m)-linux
  here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
  SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-tarball.XXXXXX")
  trap 'rm -rf "$SCRATCH"' EXIT
  "$here/layout.sh" "$SCRATCH/$name" "$program"
  install -m755 "$here/install.sh" "$SCRATCH/$name/"
  rm -f "$directory/$name.tar.xz"
  tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime="@${SOURCE_DATE_EPOCH:-$(date +%s)}" \
    --directory "$SCRATCH" "$name" | xz -9 --threads=1 >"$directory/$name.tar.xz"
}

main "$@"
