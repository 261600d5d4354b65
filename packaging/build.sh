#!/usr/bin/env bash
# Builds Latchkey's packages for Linux into target/packages/.
#
#   packaging/build.sh [program|deb|rpm|tarball|appimage|all]      all is what it does without a word
#
# The program is built once, as a release; `program` does no more, for whatever else needs one. LATCHKEY_PROFILE=NAME builds
# with another profile of Cargo.toml, and LATCHKEY_PROGRAM=FILE packs that file as it is. Debian's own tools write the .deb
# and the .rpm. The AppImage needs `appimagetool`, which Debian does not have: without it `appimage` fails and says so, and
# `all` leaves the directory it would be made of and goes on.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=tests/bench/prerequisites.sh
source tests/bench/prerequisites.sh

OUTPUT=target/packages
# What each of the two package tools takes whole.
DEB=$OUTPUT/deb
RPM=$OUTPUT/rpm

main() {
  local what=${1:-all} program kind
  case $what in
    program | deb | rpm | tarball | appimage | all) ;;
    *)
      sed -n '2,9s/^# \{0,1\}//p' packaging/build.sh
      return 2
      ;;
  esac
  VERSION=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
  # All files are as old as the last change, so that two builds of it are alike.
  SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
  export SOURCE_DATE_EPOCH
  PROFILE=${LATCHKEY_PROFILE:-release}
  program=${LATCHKEY_PROGRAM:-target/$PROFILE/latchkey}
  if [[ -z ${LATCHKEY_PROGRAM-} ]]; then
    build_program
  fi
  if [[ $what == program ]]; then return; fi
  mkdir -p "$OUTPUT"
  for kind in deb rpm tarball appimage; do
    case $what in "$kind" | all) "build_$kind" "$program" "$what" ;; esac
  done
  (cd "$OUTPUT" && find . -maxdepth 1 -type f -printf '%9s bytes  %f\n' | sort -k3)
}

# A panic names the file it comes from: without where the builder keeps his sources.
build_program() {
  require_packages "${PACKAGES_BUILD[@]}"
  local cargo=${CARGO_HOME:-$HOME/.cargo}
  RUSTFLAGS="${RUSTFLAGS-} --remap-path-prefix=$cargo/registry/src=crates --remap-path-prefix=$PWD=latchkey" \
    cargo build --profile "$PROFILE" --locked --target-dir target
}

build_deb() {
  local documentation=$DEB/usr/share/doc/latchkey architecture linked
  require_packages "${PACKAGES_PACKING[@]}"
  rm -rf "$DEB" "$OUTPUT"/latchkey_*.deb
  packaging/linux/layout.sh "$DEB/usr" "$1"
  mkdir "$DEB/usr/share/zsh/vendor-completions"
  mv "$DEB/usr/share/zsh/site-functions/_latchkey" "$DEB/usr/share/zsh/vendor-completions/"
  rmdir "$DEB/usr/share/zsh/site-functions"
  # Debian's form of the same text, in the file Debian looks for.
  {
    printf '%s\n' "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/" \
      "Upstream-Name: Latchkey" "Comment: crates and fonts that are compiled in: see third-party.gz." "" \
      "Files: *" "Copyright: $(sed -n 's/^Copyright (c) //p' LICENSE)" "License: Expat"
    sed '1,/^Copyright/d' LICENSE | sed '1{/^$/d}; s/^$/./; s/^/ /'
  } >"$documentation/copyright"
  rm "$documentation/LICENSE"
  printf 'latchkey (%s) stable; urgency=medium\n\n  * %s\n    %s\n\n -- %s  %s\n' "$VERSION" "What is new is told in" \
    "/usr/share/metainfo/app.latchkey.Latchkey.metainfo.xml" \
    "$(sed -n 's/^Maintainer: //p' packaging/linux/control)" \
    "$(date --utc --rfc-email --date="@$SOURCE_DATE_EPOCH")" | gzip -9nc >"$documentation/changelog.gz"
  architecture=$(dpkg --print-architecture)
  linked=$(linked_libraries "$DEB/usr/bin/latchkey")
  mkdir "$DEB/DEBIAN"
  sed -e "s/@VERSION@/$VERSION/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@LINKED@/$linked/" \
    -e "s/@SIZE@/$(du --apparent-size --summarize --block-size=1024 "$DEB/usr" | cut -f1)/" packaging/linux/control \
    >"$DEB/DEBIAN/control"
  (cd "$DEB" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$DEB/DEBIAN/md5sums"
  same_for_all "$DEB"
  dpkg-deb --root-owner-group -Zxz --build "$DEB" "$OUTPUT/latchkey_${VERSION}_$architecture.deb"
}

# The Debian packages that a program is linked with. What the window loads by name when it starts, no tool sees.
linked_libraries() {
  local program
  program=$(realpath "$1")
  mkdir -p "$OUTPUT/shlibdeps/debian"
  printf '%s\n' "Source: latchkey" "" "Package: latchkey" "Architecture: any" >"$OUTPUT/shlibdeps/debian/control"
  (cd "$OUTPUT/shlibdeps" && dpkg-shlibdeps -O "$program") | sed -n 's/^shlibs:Depends=//p'
  rm -r "$OUTPUT/shlibdeps"
}

build_rpm() {
  local top
  require_packages "${PACKAGES_PACKING[@]}"
  rm -rf "$RPM" "$OUTPUT"/latchkey-*.rpm
  packaging/linux/layout.sh "$RPM/usr" "$1"
  mkdir -p "$RPM/usr/share/licenses/latchkey"
  mv "$RPM/usr/share/doc/latchkey"/{LICENSE,third-party.gz} "$RPM/usr/share/licenses/latchkey/"
  rmdir "$RPM/usr/share/doc/latchkey" "$RPM/usr/share/doc"
  same_for_all "$RPM"
  top=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-rpm.XXXXXX")
  (cd "$RPM" && find usr -type f -printf '/%p\n' | sort) >"$top/list"
  rpmbuild -bb --quiet --define "_topdir $top" --define "_rpmdir $(realpath "$OUTPUT")" \
    --define '_build_name_fmt %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm' --define "of_version $VERSION" \
    --define "laid_out $(realpath "$RPM")" --define "list $top/list" packaging/linux/latchkey.spec
  rm -r "$top"
}

build_tarball() {
  packaging/linux/tarball.sh "$1" "$OUTPUT" "$VERSION"
}

build_appimage() {
  local -a options=()
  [[ $2 == appimage ]] || options+=(--directory-will-do)
  packaging/appimage/build.sh "${options[@]}" "$1" "$OUTPUT"
}

# Whoever builds them, and with whatever mask: as old as the last change, and readable.
same_for_all() {
  chmod -R u=rwX,go=rX "$1"
  find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

main "$@"
