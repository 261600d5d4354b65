# shellcheck shell=bash disable=SC2034
# The Debian packages that building, testing and showing Latchkey need, in one place. Sourced.
# Owns the lists and the installing of what is missing; starts nothing.

# The Rust toolchain links with these; nothing "-dev" is needed.
PACKAGES_BUILD=(gcc libc6-dev)
# Node and the mail catcher come as Python wheels; Directus has two native modules to compile.
PACKAGES_SERVERS=(g++ make python3 python3-venv ca-certificates curl util-linux procps)
# The window opens these at run time (dlopen), so no linker and no `ldd` reports their absence.
PACKAGES_WINDOW=(
  libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0
  libwayland-client0 libxkbcommon0
)
# A desktop of its own: display, window manager, session bus, keyring, link opener.
PACKAGES_DESKTOP=(
  xvfb openbox xdotool xclip x11-utils imagemagick weston
  dbus dbus-x11 gnome-keyring libsecret-tools
  xdg-utils desktop-file-utils
)
# The person's browser, for signing in through a provider; openssl makes a provider's certificate; slapd is a
# directory to sign in at.
PACKAGES_BROWSER=(chromium openssl slapd)
PACKAGES_CHECKS=(git shellcheck nsis)
# The fuzzer is a C++ library that is compiled with its targets.
PACKAGES_FUZZ=(g++)
# A small Japanese font for the gallery of screens.
PACKAGES_GALLERY=(fonts-motoya-l-cedar)
# dpkg-dev tells which libraries are linked; rpm has rpmbuild.
PACKAGES_PACKING=(dpkg-dev xz-utils rpm)
# A clean Debian to install in, and what judges the packages.
PACKAGES_PACKAGES=(mmdebstrap lintian rpmlint appstream desktop-file-utils yamllint flatpak-builder)
# From the drawing of the icon to its files.
PACKAGES_ICONS=(librsvg2-bin icoutils icnsutils optipng)

# require_packages NAME…: installs what is missing when root, otherwise says how and fails.
require_packages() {
  local -a missing=()
  local package
  if ! command -v dpkg-query >/dev/null; then
    echo "This is not a Debian system: please install the equivalents of: $*" >&2
    return 1
  fi
  for package in "$@"; do
    if [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
      missing+=("$package")
    fi
  done
  if ((${#missing[@]} == 0)); then
    echo "Debian packages: all $# present."
    return 0
  fi
  if ((EUID != 0)); then
    echo "Debian packages are missing. Please run this once, then start again:" >&2
    echo "  sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    return 1
  fi
  echo "Debian packages: installing ${missing[*]}"
  # A lock held by another apt-get is waited for; what apt prints is shown only if it fails.
  local -a apt=(apt-get -q -y -o DPkg::Lock::Timeout=300)
  quietly env DEBIAN_FRONTEND=noninteractive "${apt[@]}" update || return 1
  quietly env DEBIAN_FRONTEND=noninteractive \
    "${apt[@]}" install --no-install-recommends "${missing[@]}" || return 1
}

# quietly COMMAND…: runs it, and shows what it printed only when it failed.
quietly() {
  local output
  output=$(mktemp)
  if "$@" >"$output" 2>&1; then
    rm -f "$output"
    return 0
  fi
  echo "Failed: $*" >&2
  tail -n 60 "$output" >&2
  rm -f "$output"
  return 1
}
