#!/usr/bin/env bash
# From the drawings of the app icon to the files that systems want: PNGs and SVGs as the freedesktop icon theme places
# them (below hicolor/), latchkey.ico for Windows, latchkey.icns for macOS. Run it after a change to a drawing and
# commit what it writes; tests/icons.rs holds the files to their sizes.
#
#   packaging/icons/make.sh
#
# The drawings: assets/icons/app.latchkey.Latchkey.svg from 32 pixels on; small-16.svg and small-24.svg on the grids of
# those sizes, where every edge falls between two pixels; symbolic.svg in one colour, which the desktop replaces.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=tests/bench/prerequisites.sh
source tests/bench/prerequisites.sh

NAME=app.latchkey.Latchkey
LARGE=assets/icons/$NAME.svg
ICONS=packaging/icons

main() {
  local size drawing
  require_packages "${PACKAGES_ICONS[@]}"
  SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-icons.XXXXXX")
  trap 'rm -rf "$SCRATCH"' EXIT
  rm -rf "$ICONS/hicolor"
  for size in 16 24 32 48 64 128 256 512 1024; do
    case $size in
      16 | 24) drawing=$ICONS/small-$size.svg ;;
      *) drawing=$LARGE ;;
    esac
    rsvg-convert --width "$size" --height "$size" --output "$SCRATCH/$size.png" "$drawing"
    optipng -quiet -o5 -strip all "$SCRATCH/$size.png"
    # An icon theme ends at 512; 1024 is macOS's.
    [[ $size == 1024 ]] || install -Dm644 "$SCRATCH/$size.png" "$ICONS/hicolor/${size}x$size/apps/$NAME.png"
  done
  install -Dm644 "$LARGE" "$ICONS/hicolor/scalable/apps/$NAME.svg"
  install -Dm644 "$ICONS/symbolic.svg" "$ICONS/hicolor/symbolic/apps/$NAME-symbolic.svg"
  # Every Windows since Vista reads a PNG inside an icon; as bitmaps the large ones would be ten times the size.
  icotool --create --output "$ICONS/latchkey.ico" "$SCRATCH"/{16,24,32,48}.png \
    --raw "$SCRATCH/64.png" --raw "$SCRATCH/128.png" --raw "$SCRATCH/256.png"
  png2icns "$SCRATCH/small.icns" "$SCRATCH"/{16,32,48,128}.png >/dev/null
  add_large "$SCRATCH" "$SCRATCH/small.icns" >"$ICONS/latchkey.icns"
  du -cb "$ICONS"/hicolor/*/apps/* "$ICONS"/latchkey.* | tail -n 1
}

# add_large DIRECTORY FILE: the .icns with the sizes from 256 pixels on, and those for dense screens, as PNGs. png2icns
# would pack them as JPEG 2000, three times as large.
add_large() {
  python3 - "$@" <<'PYTHON'
import struct, sys
directory, small = sys.argv[1:]
elements = open(small, 'rb').read()[8:]
for kind, size in (('ic08', 256), ('ic09', 512), ('ic10', 1024), ('ic11', 32), ('ic12', 64), ('ic13', 256), ('ic14', 512)):
    picture = open(f'{directory}/{size}.png', 'rb').read()
    elements += struct.pack('>4sI', kind.encode(), len(picture) + 8) + picture
sys.stdout.buffer.write(struct.pack('>4sI', b'icns', len(elements) + 8) + elements)
PYTHON
}

main
