#!/usr/bin/env bash
# Latchkey.app and, on a Mac, the disk image to hand out, into target/macos.
#
#   packaging/macos/bundle.sh [DIRECTORY]
#
# PROGRAM: the built program; without it both kinds of Mac are built for and joined into one (needs the targets
# aarch64-apple-darwin and x86_64-apple-darwin: rustup target add …). On another system PROGRAM has to be given, and the
# bundle is laid out without signature or image, to be looked at and tested.
#
# SIGN_IDENTITY: "Developer ID Application: NAME (TEAM)", in a keychain of this machine. Without it the bundle is signed
# ad hoc: it starts on this Mac, and elsewhere only after a person has allowed it in System Settings; each new build is
# then another application to the keychain, which asks again.
# NOTARY_PROFILE: what `xcrun notarytool store-credentials` was told to keep the Apple account's key as. With it the image
# is sent to Apple and their ticket put into it (Apple, "Notarizing macOS software before distribution",
# https://developer.apple.com/documentation/security/notarizing-macos-software-before-distribution).
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
VERSION=$(sed -n 's/^version = "\([0-9.]*\)"$/\1/p' "$ROOT/Cargo.toml" | head -n 1)
OUT=${1:-$ROOT/target/macos}
APP=$OUT/Latchkey.app

main() {
  mkdir -p "$OUT"
  [[ -n ${PROGRAM-} ]] || build
  lay_out
  if [[ $(uname) == Darwin ]]; then
    plutil -lint "$APP/Contents/Info.plist" "$HERE/entitlements.plist"
    sign_bundle
    image
  fi
}

# One program for both kinds of Mac.
build() {
  local target
  local -a built=()
  for target in aarch64-apple-darwin x86_64-apple-darwin; do
    (cd "$ROOT" && MACOSX_DEPLOYMENT_TARGET=11.0 cargo build --release --locked --target "$target")
    built+=("${CARGO_TARGET_DIR:-$ROOT/target}/$target/release/latchkey")
  done
  PROGRAM=$OUT/latchkey
  lipo -create -output "$PROGRAM" "${built[@]}"
}

lay_out() {
  local contents=$APP/Contents
  local resources=$contents/Resources
  rm -rf "$APP"
  mkdir -p "$contents/MacOS" "$resources/bin" "$resources/man/man1" "$resources/completions"
  sed "s/@VERSION@/$VERSION/" "$HERE/Info.plist" >"$contents/Info.plist"
  printf 'APPL????' >"$contents/PkgInfo"
  install -m 755 "$PROGRAM" "$contents/MacOS/latchkey"
  install -m 755 "$HERE/latchkey" "$resources/bin/latchkey"
  install -m 644 "$ROOT/packaging/icons/latchkey.icns" "$ROOT/LICENSE" "$resources/"
  install -m 644 "$ROOT/packaging/man/latchkey.1" "$resources/man/man1/"
  install -m 644 "$ROOT"/packaging/completions/{latchkey.bash,latchkey.fish,_latchkey} "$resources/completions/"
}

sign_bundle() {
  local -a how=(--force --options runtime --entitlements "$HERE/entitlements.plist")
  if [[ -n ${SIGN_IDENTITY-} ]]; then
    how+=(--timestamp --sign "$SIGN_IDENTITY")
  else
    how+=(--sign -)
  fi
  codesign "${how[@]}" "$APP"
  codesign --verify --strict --verbose=2 "$APP"
}

# The bundle beside a link to where it belongs.
image() {
  local stage image=$OUT/Latchkey-$VERSION.dmg
  stage=$(mktemp -d)
  cp -R "$APP" "$stage/"
  ln -s /Applications "$stage/Applications"
  hdiutil create -ov -volname "Latchkey $VERSION" -srcfolder "$stage" -format UDZO "$image"
  rm -rf "$stage"
  if [[ -n ${SIGN_IDENTITY-} ]]; then
    codesign --force --timestamp --sign "$SIGN_IDENTITY" "$image"
  fi
  if [[ -n ${NOTARY_PROFILE-} ]]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
  fi
}

main
