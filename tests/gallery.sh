#!/usr/bin/env bash
# Draws every screen in every state that has a snapshot: light, dark and both in high contrast, at 1x and 2x, in English
# and Japanese; and a page to look at them all.
#
#   tests/gallery.sh        writes target/gallery/index.html and the pictures below it (some minutes)
#
# Needs no display. The page is static, so it can be opened from the disk or copied anywhere. Installs a small Japanese
# font where none is (as root; otherwise says which), as Latchkey brings only Latin letters of its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=tests/bench/prerequisites.sh
source tests/bench/prerequisites.sh

require_packages "${PACKAGES_BUILD[@]}" "${PACKAGES_GALLERY[@]}"
export ICED_TEST_BACKEND=tiny-skia
cargo test --locked --test screens gallery::gallery -- --ignored --exact
page=$(realpath "${CARGO_TARGET_DIR:-target}/gallery/index.html")
echo "$(find "$(dirname "$page")" -name '*.png' | wc -l) pictures: file://$page"
