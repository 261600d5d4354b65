#!/usr/bin/env bash
# The packages of Latchkey for Linux, built, judged and used: the .deb is installed in a clean Debian 12 that has
# neither a font nor a library of a desktop, and does Latchkey's main job there against a real Directus; then it is
# removed and must be gone. The archive's installer does the same for a user without root, the .rpm must hold the same files.
#
#   tests/packages.sh            LATCHKEY_PROFILE and LATCHKEY_PROGRAM as with packaging/build.sh
#
# Needs root, for the clean Debian. Pictures of the windows are left in target/packages/*.png.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=tests/bench/prerequisites.sh
source tests/bench/prerequisites.sh
# shellcheck source=tests/bench/paths.sh
source tests/bench/paths.sh
# shellcheck source=tests/bench/servers.sh
source tests/bench/servers.sh
# shellcheck source=tests/bench/desktop.sh
source tests/bench/desktop.sh
# shellcheck source=tests/bench/chroot.sh
source tests/bench/chroot.sh

ID=app.latchkey.Latchkey
PICTURES=target/packages

main() {
  if ((EUID != 0)); then
    echo "The packages were NOT tested: installing them in a clean Debian needs root. Run: sudo tests/packages.sh" >&2
    return 1
  fi
  require_packages "${PACKAGES_PACKING[@]}" "${PACKAGES_PACKAGES[@]}" "${PACKAGES_DESKTOP[@]}" \
    "${PACKAGES_SERVERS[@]}"
  tests/bench/install.sh 11
  packaging/build.sh all
  DEB=$(echo target/packages/latchkey_*.deb)
  RPM=$(echo target/packages/latchkey-*.rpm)
  TARBALL=$(echo target/packages/latchkey-*.tar.xz)
  WORK=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-packages.XXXXXX")
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  unset WAYLAND_DISPLAY XDG_CURRENT_DESKTOP DBUS_SESSION_BUS_ADDRESS

  check "What software centres and desktops read" judge_descriptions
  check "lintian on the .deb" lintian --fail-on error,warning "$DEB"
  check "rpmlint on the .rpm" judge_rpm
  check "The same files in .deb and .rpm" same_files
  check "The recipe of the Flatpak" judge_flatpak

  ROOT=$WORK/debian
  check "A clean Debian 12" make_chroot "$ROOT"
  check "The .deb installs, with what it needs" install_deb
  start_display "$WORK/display"
  start_directus
  # Its socket has to be where both sides see it.
  start_keyring "$ROOT/run/desktop"
  check "The window shows text without a font package" window deb root latchkey
  check "It opens the links of mails at once" opens_links
  check "Kept, signed in, a token for others" main_job
  check "Purged, nothing of it is left" purge_deb
  check "The archive for a user without root" use_archive
  check "The AppDir's AppRun" use_appdir
  echo
  find target/packages -maxdepth 1 -name 'latchkey[-_]*' -printf '%9s bytes  %f\n' | sort -k3
  du --bytes --summarize --dereference-args target/packages/Latchkey.AppDir
}

# check WHAT COMMAND…: the end of everything if it fails. In a process of its own, which ends at its first failure.
check() {
  local what=$1 started=$SECONDS
  shift
  (
    set -e
    "$@"
  ) >"$WORK/said" 2>&1 &
  if ! wait $!; then
    printf 'FAILED: %s\n' "$what" >&2
    tail -n 60 "$WORK/said" >&2
    exit 1
  fi
  printf 'ok (%s s): %s\n' "$((SECONDS - started))" "$what"
}

clean_up() {
  local pid
  for pid in $(jobs -p); do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$WORK"
}

judge_descriptions() {
  desktop-file-validate "packaging/linux/$ID.desktop"
  judge_metainfo "packaging/linux/$ID.metainfo.xml"
  [[ $(sed -n 's/.*<release version="\([^"]*\)".*/\1/p' "packaging/linux/$ID.metainfo.xml" | head -n 1) == \
    "$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)" ]] || {
    echo "The metainfo does not tell what is new in this version."
    return 1
  }
}

# Two remarks are answered: the id is the one that everything else has, with its capital letter; and AppStream before
# 1.0, as in Debian 12, does not know the element that replaced developer_name.
judge_metainfo() {
  local remarks
  remarks=$(appstreamcli validate --pedantic --strict --no-net --no-color "$1" | grep -E '^ *[EWIP]:' |
    grep -v -e cid-contains-uppercase-letter -e 'unknown-tag developer$' || true)
  [[ -z $remarks ]] || {
    echo "$remarks"
    return 1
  }
}

# What remains is for whoever signs and publishes the package to say (signature, packager, host, changelog, address),
# for a whole distribution (group, the list of licences, bzip2 for manuals, which is Mageia's way), or is about a mark
# on the manual that the tool cannot put on a part of a tree.
judge_rpm() {
  local remarks
  remarks=$(rpmlint "$RPM" 2>&1 | grep -E ': [EW]: ' | grep -v -E ': [EW]: (no-(signature|packager-tag|group-tag|'\
'changelogname-tag|buildhost-tag|url-tag|manual-page-for-binary|documentation)|not-listed-as-documentation .*|'\
'invalid-license MIT|manpage-not-compressed bz2 .*)' || true)
  [[ -z $remarks ]] || {
    echo "$remarks"
    return 1
  }
  rpm -qRp "$RPM" | grep '^libX11.so.6()(64bit)'
}

# The places of zsh's completions and of the licences are each system's own.
same_files() {
  mkdir "$WORK/rpm"
  rpm --root "$WORK/rpm" --install --nodeps --force-debian "$(realpath "$RPM")"
  dpkg-deb --extract "$DEB" "$WORK/deb"
  local kind
  for kind in deb rpm; do
    (cd "$WORK/$kind" && find usr -type f ! -path '*/zsh/*' ! -path '*/share/doc/*' ! -path '*/share/licenses/*' \
      -exec sha256sum {} + | sort -k2) >"$WORK/$kind.files"
  done
  diff "$WORK"/{deb,rpm}.files
  (($(wc -l <"$WORK/deb.files") > 12))
  [[ -f $WORK/deb/usr/share/zsh/vendor-completions/_latchkey && -f $WORK/rpm/usr/share/zsh/site-functions/_latchkey ]]
  [[ -f $WORK/deb/usr/share/doc/latchkey/copyright && -f $WORK/rpm/usr/share/licenses/latchkey/LICENSE ]]
  # The manual is of this version, and a manual.
  zcat "$WORK/deb/usr/share/man/man1/latchkey.1.gz" |
    grep "^\.TH latchkey 1 .*$("$WORK/deb/usr/bin/latchkey" --version)"
}

judge_flatpak() {
  mkdir "$WORK/flatpak"
  cp "packaging/flatpak/$ID.yml" "$WORK/flatpak/"
  echo '[]' >"$WORK/flatpak/cargo-sources.json"
  yamllint -d '{extends: default, rules: {line-length: {max: 120}, document-start: disable}}' "packaging/flatpak/$ID.yml"
  flatpak-builder --show-manifest "$WORK/flatpak/$ID.yml" | python3 -c "
import json, sys
text = sys.stdin.read()
manifest = json.loads(text[text.index('{'):])
assert manifest['id'] == '$ID' and manifest['command'] == 'latchkey', manifest
assert '--talk-name=org.freedesktop.secrets' in manifest['finish-args'], manifest"
}

apt_inside() {
  inside "$ROOT" root:root DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@"
}

install_deb() {
  mkdir -p "$ROOT/packages"
  cp "$DEB" "$ROOT/packages/"
  apt_inside update
  # Nothing that is only recommended, so that what is needed shows.
  apt_inside install --no-install-recommends "/packages/$(basename "$DEB")"
  if inside "$ROOT" root:root dpkg-query --show 'fonts-*' 'libfontconfig*' 2>/dev/null; then
    echo "There is a font: what follows would prove nothing."
    return 1
  fi
  # For what follows: an ordinary user, and the first one.
  inside "$ROOT" root:root useradd --create-home ada
  inside "$ROOT" root:root install -d -m 755 /run/user
  inside "$ROOT" root:root install -d -m 700 /home/root /run/user/root
  inside "$ROOT" root:root install -d -m 700 -o ada -g ada /run/user/ada
}

# All files but those that change by themselves and those of users.
listing() {
  (cd "$ROOT" && find . \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./run -o -path ./tmp -o -path ./home \
    -o -path ./packages -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/apt -o -path ./var/lib/dpkg \
    -o -path ./root \) -prune -o -print | sort)
}

start_directus() {
  local smtp data=$WORK/directus
  read -r PORT smtp < <(free_ports 2)
  cp -r "$(template_path 11)" "$data"
  configure_directus "$data" "$PORT" "$smtp"
  directus_command 11 "$data"
  in_background "$WORK/directus.log" "${DIRECTUS[@]}" start
  wait_for_directus "$PORT" "$SERVER_PID" "$WORK/directus.log"
}

# as USER COMMAND…: inside, with that user's home and the display of this test.
as() {
  local user=$1
  shift
  inside "$ROOT" "$user:$user" HOME="/home/$user" XDG_RUNTIME_DIR="/run/user/$user" DISPLAY="$DISPLAY" "$@"
}

# window NAME USER [NAME=value…] PROGRAM: starts it and waits until its window shows text, and the same a moment later.
# The picture is NAME's.
window() {
  local picture=$PICTURES/$1.png user=$2 tries pid shown='' before
  shift 2
  if windows; then
    echo "Another window is still there."
    return 1
  fi
  # Files of its own, so that what the person has stays countable.
  INSTEAD='exec' as "$user" LATCHKEY_CONFIG_DIR=/tmp/files-of-the-window "$@" &
  pid=$!
  for ((tries = 0; tries < 200; tries++)); do
    kill -0 "$pid"
    before=$shown
    shown=$(photograph "$picture") || shown=
    if [[ -n $shown && $shown == "$before" ]] && shows_text "$picture"; then
      kill "$pid"
      wait "$pid" || true
      rm -rf "$ROOT/tmp/files-of-the-window"
      return 0
    fi
    sleep 0.1
  done
  kill "$pid" || true
  echo "No text after 20 s, see $picture."
  return 1
}

windows() {
  xdotool search --onlyvisible --class "$ID" 2>/dev/null
}

# photograph PICTURE: of the window; prints what tells two pictures apart.
photograph() {
  local id
  id=$(windows | head -n 1)
  # Without one, import would wait for somebody to click on a window.
  [[ -n $id ]] && import -window "$id" "$1" 2>/dev/null && identify -format '%#' "$1"
}

# Where the heading is: dark pixels, neither none nor a block of them, with the shades of letters' edges.
shows_text() {
  convert "$1" -crop 260x40+20+90 +repage -colorspace Gray \
    -format '%[fx:standard_deviation] %k %[fx:mean]\n' info: |
    awk '{ exit !($1 > 0.1 && $2 > 30 && $3 > 0.6 && $3 < 0.96) }'
}

opens_links() {
  apt_inside install --no-install-recommends xdg-utils desktop-file-utils
  [[ $(as root xdg-mime query default x-scheme-handler/app.latchkey) == "$ID.desktop" ]]
  as root latchkey scheme status --json | grep '"status": *"ours"'
  grep -q "^x-scheme-handler/app.latchkey=$ID.desktop;" "$ROOT/usr/share/applications/mimeinfo.cache"
  listing >"$WORK/installed"
}

main_job() {
  local token
  local -a bus=(DBUS_SESSION_BUS_ADDRESS=unix:path=/run/desktop/run/bus)
  # shellcheck source=/dev/null
  source <(grep -E '^PERSON_(EMAIL|PASSWORD)=' "$WORK/directus/settings.env")
  as root "${bus[@]}" latchkey add "http://127.0.0.1:$PORT" --name Bench
  as root "${bus[@]}" latchkey login Bench --email "$PERSON_EMAIL" --password-stdin <<<"$PERSON_PASSWORD"
  as root "${bus[@]}" latchkey status Bench --json | grep '"stored_in": *"keyring"'
  token=$(as root "${bus[@]}" latchkey token Bench)
  curl -s --noproxy '*' -H @- "http://127.0.0.1:$PORT/users/me?fields=email" <<<"Authorization: Bearer $token" |
    grep -qF "\"$PERSON_EMAIL\""
  as root "${bus[@]}" latchkey logout Bench
}

purge_deb() {
  apt_inside purge latchkey
  listing >"$WORK/purged"
  dpkg-deb --fsys-tarfile "$DEB" | tar --list | sed 's|/$||' | sort >"$WORK/of-the-deb"
  echo "New, or not its own and gone:"
  comm -13 "$WORK/installed" "$WORK/purged" | tee "$WORK/wrong"
  comm -23 "$WORK/installed" "$WORK/purged" | comm -13 "$WORK/of-the-deb" - | tee -a "$WORK/wrong"
  [[ ! -s $WORK/wrong ]]
  echo "Left over:"
  [[ -z $(grep -i latchkey "$WORK/purged" | tee /dev/stderr) ]]
  [[ -z $(grep -rIli latchkey "$ROOT/etc" "$ROOT/usr/share" | tee /dev/stderr) ]]
}

use_archive() {
  local unpacked
  as ada mkdir "/home/ada/My Downloads"
  unpack_archive
  unpacked="/home/ada/My Downloads/$(basename "$TARBALL" .tar.xz)"
  home_of_ada >"$WORK/before"

  # The usual place. Once more over itself, as with the next version; uninstalled by the copy it keeps.
  as ada "$unpacked/install.sh"
  as ada "$unpacked/install.sh"
  is_in_use /home/ada/.local
  window archive ada /home/ada/.local/bin/latchkey
  as ada rm -r "$unpacked/share"
  as ada /home/ada/.local/share/latchkey/install.sh --uninstall
  unpack_archive
  home_of_ada | diff "$WORK/before" -

  # Another place, with blanks; a desktop that has defaults of its own keeps them.
  as ada mkdir /home/ada/.config
  echo $'[Default Applications]\ntext/html=browser.desktop' >"$ROOT/home/ada/.config/mimeapps.list"
  home_of_ada >"$WORK/before"
  as ada PREFIX="/home/ada/my apps/of today" "$unpacked/install.sh"
  is_in_use "/home/ada/my apps/of today"
  as ada PREFIX="/home/ada/my apps/of today" "$unpacked/install.sh" --uninstall
  home_of_ada | diff "$WORK/before" -
  grep -q '^text/html=browser.desktop$' "$ROOT/home/ada/.config/mimeapps.list"

  # Refused in words, and nothing half done.
  refused "/usr/bin cannot be written" PREFIX=/usr
  refused "with '='" PREFIX=/home/ada/a=b
  as ada rm "$unpacked/bin/latchkey"
  refused "Unpack the whole archive" PREFIX=/home/ada/elsewhere
  unpack_archive
  home_of_ada | diff "$WORK/before" -
}

# With this machine's xz, as Debian's least has none.
unpack_archive() {
  tar --extract --file "$TARBALL" --directory "$ROOT/home/ada/My Downloads"
  inside "$ROOT" root:root chown -R ada:ada "/home/ada/My Downloads"
}

home_of_ada() {
  (cd "$ROOT/home/ada" && find . -exec stat --format '%F %a %n' {} + | sort)
}

# is_in_use PREFIX: the installed program is the one that links open.
is_in_use() {
  [[ $(as ada xdg-mime query default x-scheme-handler/app.latchkey) == "$ID.desktop" ]]
  as ada "$1/bin/latchkey" scheme status --json | grep '"status": *"ours"'
  [[ $(as ada "$1/bin/latchkey" --version) == "latchkey "* ]]
  [[ -f $ROOT$1/share/man/man1/latchkey.1.gz && -f $ROOT$1/share/doc/latchkey/LICENSE ]]
}

# refused WORDS NAME=value: the installer ends with these words.
refused() {
  local words=$1 said
  shift
  if said=$(as ada "$@" "/home/ada/My Downloads/$(basename "$TARBALL" .tar.xz)/install.sh" 2>&1); then
    echo "Installed although: $words"
    return 1
  fi
  echo "$said"
  [[ $said == *"$words"* ]]
}

use_appdir() {
  local image="/home/ada/My Latchkey.AppImage" mounted="/tmp/.mount_Latchk"
  cp -a target/packages/Latchkey.AppDir "$ROOT$mounted"
  for file in "$ID.desktop" "$ID.svg" .DirIcon; do [[ -s $ROOT$mounted/$file ]]; done
  window appdir ada "$mounted/AppRun"
  # As the runtime of an AppImage sets it. The image is what gets registered, not where it is mounted for now.
  printf '#!/bin/sh\nexec %s/AppRun "$@"\n' "$mounted" >"$ROOT$image"
  chmod 755 "$ROOT$image"
  as ada APPDIR="$mounted" APPIMAGE="$image" "$mounted/AppRun" scheme register
  as ada APPDIR="$mounted" APPIMAGE="$image" "$mounted/AppRun" scheme status --json | grep '"status": *"ours"'
  grep -qxF "Exec=\"$image\" -- %u" "$ROOT/home/ada/.local/share/applications/$ID.desktop"
}

main "$@"
