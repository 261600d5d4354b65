#!/bin/sh
# Installs Latchkey for one user, without root, from the directory this script is in.
#
#   ./install.sh                into ~/.local; links of mails then open Latchkey
#   PREFIX=/opt/latchkey ./install.sh
#   ./install.sh --uninstall    removes what it installed (also: PREFIX/share/latchkey/install.sh --uninstall)
#
# Uninstalling leaves your instances and what the keyring keeps. To remove those too, before it: `latchkey logout` and
# `latchkey remove` for each instance.
set -eu

NAME=latchkey
ENTRY=app.latchkey.Latchkey.desktop
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

main() {
  case "$(uname -s)" in
    Linux) ;;
    *) refuse "this is Latchkey for Linux, and this system is $(uname -s)." ;;
  esac
  case "${1-}" in
    "")
      place "${PREFIX:-$(home)/.local}"
      install_all
      ;;
    --uninstall)
      # The copy beside the list of what was installed knows its own place.
      if [ -f "$here/files" ]; then
        place "$(dirname -- "$(dirname -- "$here")")"
      else
        place "${PREFIX:-$(home)/.local}"
      fi
      uninstall_all
      ;;
    *)
      sed -n '2,9s/^# \{0,1\}//p' "$0"
      exit 2
      ;;
  esac
}

refuse() {
  printf 'Latchkey cannot be installed: %s\n' "$*" >&2
  exit 1
}

home() {
  [ -n "${HOME-}" ] || refuse "HOME is not set. Say where to: PREFIX=/some/directory $0"
  printf '%s\n' "$HOME"
}

# place PREFIX: sets where everything goes.
place() {
  case $1 in
    /*) prefix=${1%/} ;;
    *) prefix=$(pwd)/${1%/} ;;
  esac
  program=$prefix/bin/$NAME
  own=$prefix/share/$NAME
  data=${XDG_DATA_HOME:-$(home)/.local/share}
  config=${XDG_CONFIG_HOME:-$(home)/.config}
}

install_all() {
  check
  # Directories that are not there yet go again when Latchkey goes; also those that an earlier version made.
  made=
  if [ -f "$own/files" ]; then
    remove_listed
    made="$directories
"
  fi
  files=$(cd "$here" && find bin share -type f)
  printf '%s\n' "$files" >"$scratch"
  while IFS= read -r file; do
    remember "$prefix/$(dirname -- "$file")"
    copy "$file"
  done <"$scratch"
  remember "$own"
  # What registering makes.
  remember "$config"
  remember "$data/applications"
  remember "$data/icons/hicolor/scalable/apps"
  # The desktop entry with this program's own path is written by the program, for this user: one that says no more than
  # its name would need bin/ in the desktop's PATH.
  rm -f "$prefix/share/applications/$ENTRY"
  mkdir -p "$own"
  cp "$here/install.sh" "$own/install.sh"
  grep -v "^share/applications/" "$scratch" >"$own/files"
  # Deepest first, as they are removed.
  printf '%s' "$made" | sort -ru >"$own/directories"
  "$program" scheme register || printf '%s\n' \
    "Links of mails will not open Latchkey; paste them into its window, or try again: $program scheme register" >&2
  printf 'Installed: %s\n' "$program"
  case ":${PATH-}:" in
    *":$prefix/bin:"*) ;;
    *) printf 'To start it by its name alone, add %s/bin to your PATH.\n' "$prefix" ;;
  esac
  printf 'To remove it: "%s/install.sh" --uninstall\n' "$own"
}

check() {
  [ -f "$here/bin/$NAME" ] || refuse "bin/$NAME is not beside $0. Unpack the whole archive and start it from there."
  case $prefix in
    *=* | *'
'*) refuse "no desktop can start a program with '=' or a line break in its path: $prefix" ;;
  esac
  said=$("$here/bin/$NAME" --version 2>&1) || refuse "the program does not start on this system: $said"
  nearest=$prefix/bin
  while [ ! -e "$nearest" ]; do
    nearest=$(dirname -- "$nearest")
  done
  if [ ! -d "$nearest" ] || [ ! -w "$nearest" ]; then
    refuse "$nearest cannot be written. Choose another place: PREFIX=/some/directory $0"
  fi
  scratch=$(mktemp "${TMPDIR:-/tmp}/latchkey-install.XXXXXX")
  trap 'rm -f "$scratch"' EXIT
  if ! has libwayland-client.so.0 || ! has libxkbcommon.so.0; then
    missing=
    for library in libX11.so.6 libX11-xcb.so.1 libXcursor.so.1 libXi.so.6 libxkbcommon-x11.so.0; do
      has "$library" || missing="$missing $library"
    done
    if [ -n "$missing" ]; then
      printf '%s\n' "The window will not open until these libraries are installed:$missing" \
        "  Debian, Ubuntu: libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0" \
        "  Fedora:         libX11 libX11-xcb libXcursor libXi libxkbcommon-x11" \
        "  Arch:           libx11 libxcursor libxi libxkbcommon-x11" \
        "The command line works without them." >&2
    fi
  fi
}

has() {
  { ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null; } | grep -q "[[:space:]]$1 "
}

# remember DIRECTORY: adds it, and those above it, to what is made if they do not exist yet.
remember() {
  directory=$1
  while [ ! -d "$directory" ]; do
    made="$made$directory
"
    directory=$(dirname -- "$directory")
  done
}

# copy FILE: from here to below the prefix.
copy() {
  directory=$prefix/$(dirname -- "$1")
  mkdir -p "$directory"
  # In one step, as the program may be running.
  cp -p "$here/$1" "$directory/.latchkey-new"
  mv -f "$directory/.latchkey-new" "$prefix/$1"
}

uninstall_all() {
  [ -f "$own/files" ] || {
    printf 'Nothing was installed by this script at %s.\n' "$prefix" >&2
    exit 1
  }
  # Takes back the desktop entry and the default, if they lead to this program.
  "$program" scheme unregister || true
  # An association file that holds nothing but the heading was made for us.
  if [ -f "$config/mimeapps.list" ] && [ "$(cat "$config/mimeapps.list")" = "[Default Applications]" ]; then
    rm -f "$config/mimeapps.list"
  fi
  if [ -f "$data/applications/mimeinfo.cache" ] && [ "$(cat "$data/applications/mimeinfo.cache")" = "[MIME Cache]" ]; then
    rm -f "$data/applications/mimeinfo.cache"
  fi
  remove_listed
  printf 'Removed. Your instances and the keyring are as they were.\n'
}

remove_listed() {
  while IFS= read -r file; do
    rm -f "$prefix/$file"
  done <"$own/files"
  directories=$(cat "$own/directories")
  rm -f "$own/files" "$own/directories" "$own/install.sh"
  rmdir "$own" 2>/dev/null || true
  printf '%s\n' "$directories" | while IFS= read -r directory; do
    rmdir "$directory" 2>/dev/null || true
  done
}

main "$@"
