#!/usr/bin/env bash
# Shows Latchkey's main jobs on real parts: a forgotten password, the mail, the click, signed in; and signing in
# through the browser with another company's account.
#
#   packaging/demo.sh               install what is needed, build, start everything, open Latchkey
#   packaging/demo.sh --no-window   the same without opening the window (a mailed link opens it)
#   packaging/demo.sh --stop        end a demo that runs elsewhere, and tidy up after a killed one
#   packaging/demo.sh --help
#
# Needs a Rust toolchain and Debian 12 or later. Starts a real Directus 12 with a small project, a
# mail catcher with a web inbox, and a real Directus 11 with an OpenID provider, on this machine only.
# Ctrl-C stops what it started and puts the registration of links back as it was. Profiles, server and
# mails of the demo are kept in a directory of their own (~/.cache/latchkey-demo, or the empty one that
# LATCHKEY_DEMO_DIR names) and are made anew at each start: your own Latchkey profiles are not touched.
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

DEMO=${LATCHKEY_DEMO_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/latchkey-demo}
LATCHKEY=$DEMO/latchkey
PROGRAM=$DEMO/program/latchkey
SCHEME=x-scheme-handler/app.latchkey
ENTRY=app.latchkey.Latchkey.desktop
# Says that a directory was made by this script, which may then empty it.
MARKER=$DEMO/.latchkey-demo

main() {
  local window=yes
  case "${1-}" in
    "") ;;
    --no-window) window=no ;;
    --stop)
      stop_other
      return
      ;;
    --help)
      sed -n '2,16s/^# \{0,1\}//p' packaging/demo.sh
      return
      ;;
    *)
      echo "Unknown option: $1 (see packaging/demo.sh --help)" >&2
      return 2
      ;;
  esac

  own_directory
  install_and_build
  claim
  say "Starting in $DEMO"
  start_desktop
  start_servers
  write_launcher
  register_scheme
  "$LATCHKEY" add "$URL" --name "Harbour Lights"
  "$LATCHKEY" add "$SSO_URL" --name "Harbour Lights with SSO"
  explain
  if [[ $window == yes ]]; then open_window; fi
  wait_for_the_end
}

say() {
  printf '\n=== %s\n' "$*"
}

install_and_build() {
  local -a packages=("${PACKAGES_BUILD[@]}" "${PACKAGES_SERVERS[@]}" "${PACKAGES_WINDOW[@]}"
    dbus gnome-keyring xdg-utils desktop-file-utils)
  if ! has_screen; then packages+=(xvfb openbox imagemagick xdotool); fi
  say "Debian packages"
  require_packages "${packages[@]}"
  say "Servers"
  tests/bench/install.sh
  IDP=$(tests/bench/idp/install.sh)
  say "Building Latchkey"
  packaging/build.sh program
}

has_screen() {
  [[ -n ${DISPLAY-}${WAYLAND_DISPLAY-} ]]
}

# The demo empties its directory, so it takes only one that is empty or its own.
own_directory() {
  mkdir -p "$DEMO"
  if [[ ! -e $MARKER && -n $(ls -A "$DEMO") ]]; then
    echo "$DEMO is not empty and was not made by the demo: it stays as it is." >&2
    echo "Name another directory with LATCHKEY_DEMO_DIR, or delete this one yourself." >&2
    exit 1
  fi
  : >"$MARKER"
}

# One demo at a time. A killed one's leavings are tidied up before they are overwritten.
claim() {
  exec 9>"$DEMO/lock"
  if ! flock -n 9; then
    echo "A demo is running already (see packaging/demo.sh --stop)." >&2
    exit 1
  fi
  tidy_up
  find "$DEMO" -mindepth 1 -maxdepth 1 ! -name lock ! -name .latchkey-demo -exec rm -rf {} +
  chmod 700 "$DEMO"
  mkdir -p "$DEMO/program"
  echo $$ >"$DEMO/pid"
  # Kept apart from a later build, which would replace the program under a running window.
  cp target/release/latchkey "$PROGRAM"
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  trap stop EXIT
}

start_desktop() {
  if has_screen; then
    if has_secret_service; then
      echo "Sessions go to your own keyring; the demo's entry is removed at the end."
      return
    fi
  else
    start_display "$DEMO/display"
    echo "No display here: started Xvfb at $DISPLAY, with openbox."
  fi
  start_keyring "$DEMO/keyring"
  echo "No keyring here: started a session bus with gnome-keyring for the demo."
}

start_servers() {
  local port smtp web imap sso idp data=$DEMO/directus
  read -r port smtp web imap sso idp < <(free_ports 6)
  URL=http://127.0.0.1:$port
  INBOX=http://127.0.0.1:$web/
  mail_command "$smtp" "$web" "$imap"
  in_background "$DEMO/mail.log" "${MAIL[@]}"
  MAIL_PID=$SERVER_PID
  cp -r "$(template_path 12)" "$data"
  configure_directus "$data" "$port" "$smtp"
  directus_command 12 "$data"
  in_background "$DEMO/directus.log" "${DIRECTUS[@]}" start
  DIRECTUS_PID=$SERVER_PID
  start_sso "$sso" "$smtp" "$idp"
  wait_for_directus "$port" "$DIRECTUS_PID" "$DEMO/directus.log"
  wait_for_directus "$sso" "$SSO_PID" "$DEMO/directus-sso.log"
}

# Single sign-on needs a licence in Directus 12, so Directus 11 shows it: with an OpenID provider, and with
# Latchkey's companion installed as its README tells an administrator to.
start_sso() {
  local port=$1 smtp=$2 idp=$3 data=$DEMO/directus-sso companion role
  SSO_URL=http://127.0.0.1:$port
  in_background "$DEMO/idp.log" env -i PATH=/usr/bin:/bin IDP_PORT="$idp" \
    IDP_REDIRECT_URIS="$SSO_URL/auth/login/corp/callback" "$BENCH_NODE" "$IDP"
  IDP_PID=$SERVER_PID
  cp -r "$(template_path 11)" "$data"
  companion=$data/extensions/directus-extension-latchkey
  mkdir -p "$companion"
  cp -r packaging/directus/package.json packaging/directus/src "$companion/"
  role=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["person_role"])' "$data/seed.json")
  configure_directus "$data" "$port" "$smtp" \
    "PASSWORD_RESET_URL_ALLOW_LIST=$SSO_URL/latchkey/reset-password" \
    AUTH_PROVIDERS=corp AUTH_CORP_DRIVER=openid "AUTH_CORP_LABEL=Harbour ID" \
    AUTH_CORP_CLIENT_ID=directus AUTH_CORP_CLIENT_SECRET=directus-client-secret \
    "AUTH_CORP_ISSUER_URL=http://127.0.0.1:$idp/.well-known/openid-configuration" \
    AUTH_CORP_ISSUER_DISCOVERY_MUST_SUCCEED=false AUTH_CORP_IDENTIFIER_KEY=email \
    AUTH_CORP_ALLOW_PUBLIC_REGISTRATION=true "AUTH_CORP_DEFAULT_ROLE_ID=$role" \
    AUTH_CORP_LOGIN_TIMEOUT=15m
  # It asks the provider about itself when it starts.
  wait_for_line "$DEMO/idp.log" listening "$IDP_PID"
  directus_command 11 "$data"
  in_background "$DEMO/directus-sso.log" "${DIRECTUS[@]}" start
  SSO_PID=$SERVER_PID
}

# wait_for_line LOG WORD PID: until the program says so.
wait_for_line() {
  local tries
  for ((tries = 0; tries < 300; tries++)); do
    if grep -q "$2" "$1" 2>/dev/null; then return 0; fi
    kill -0 "$3" 2>/dev/null || break
    sleep 0.1
  done
  echo "It did not start. The end of $1:" >&2
  tail -n 20 "$1" >&2
  return 1
}

# The browser starts whatever is registered for a link without this shell's environment, so what is
# registered is a launcher that brings the demo's own. Latchkey is told so in the way AppImages do:
# `APPIMAGE` is what to start in the place of a program below `APPDIR`.
write_launcher() {
  local name
  {
    echo '#!/usr/bin/env bash'
    printf 'export LATCHKEY_CONFIG_DIR=%q LATCHKEY_STATE_DIR=%q\n' "$DEMO/config" "$DEMO/state"
    printf 'export APPDIR=%q APPIMAGE=%q\n' "$DEMO/program" "$LATCHKEY"
    for name in DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS; do
      if [[ -n ${!name-} ]]; then printf 'export %s=%q\n' "$name" "${!name}"; fi
    done
    # Without the demo's lock, which a window could hold after the demo is gone.
    printf 'exec %q "$@" 9>&-\n' "$PROGRAM"
  } >"$LATCHKEY"
  chmod 700 "$LATCHKEY"
}

# The files that registering may write, as they are now.
registration_files() {
  local config=${XDG_CONFIG_HOME:-$HOME/.config} data=${XDG_DATA_HOME:-$HOME/.local/share}
  local desktop
  local -a desktops
  IFS=: read -ra desktops <<<"${XDG_CURRENT_DESKTOP-}"
  for desktop in "" "${desktops[@]}"; do
    desktop=${desktop,,}
    echo "$config/${desktop:+$desktop-}mimeapps.list"
    echo "$data/applications/${desktop:+$desktop-}mimeapps.list"
  done
  echo "$data/applications/$ENTRY"
  echo "$data/applications/mimeinfo.cache"
  echo "$data/icons/hicolor/scalable/apps/app.latchkey.Latchkey.svg"
}

# copy_registration NAME: keeps a copy of those files in a directory of that name.
copy_registration() {
  local file
  mkdir -p "$DEMO/registration/$1"
  while read -r file; do
    if [[ -e $file ]]; then
      mkdir -p "$DEMO/registration/$1/$(dirname "$file")"
      cp -p "$file" "$DEMO/registration/$1/$file"
    fi
  done < <(registration_files)
}

register_scheme() {
  copy_registration before
  xdg-mime query default "$SCHEME" >"$DEMO/registration/handler" 2>/dev/null || true
  "$LATCHKEY" scheme register
  copy_registration after
}

# Puts the files back as they were, unless somebody else has changed one meanwhile: then Latchkey
# takes out its own lines only, and the former handler is named again.
restore_registration() {
  local file kept=$DEMO/registration handler
  [[ -d $kept/after ]] || return 0
  if registration_is_ours; then
    while read -r file; do
      if [[ -e $kept/before/$file ]]; then
        cp -p "$kept/before/$file" "$file"
      else
        rm -f "$file"
      fi
    done < <(registration_files)
  else
    "$LATCHKEY" scheme unregister || true
    handler=$(<"$kept/handler")
    file=$(registration_files | grep "/$ENTRY\$")
    if [[ -e $kept/before/$file ]]; then cp -p "$kept/before/$file" "$file"; fi
    if [[ -n $handler ]]; then xdg-mime default "$handler" "$SCHEME" || true; fi
  fi
  rm -rf "$kept"
}

registration_is_ours() {
  local file kept=$DEMO/registration/after
  while read -r file; do
    if [[ -e $file || -e $kept/$file ]]; then
      cmp -s "$file" "$kept/$file" || return 1
    fi
  done < <(registration_files)
}

setting() {
  sed -n "s/^$1=//p" tests/bench/directus.env
}

idp_password() {
  sed -n "s/^export const PASSWORD = '\(.*\)';$/\1/p" tests/bench/idp/accounts.mjs
}

explain() {
  say "Ready"
  cat <<TEXT
  Directus     $URL            (its own Data Studio: $URL/admin)
  With SSO     $SSO_URL            (Directus 11, its provider, and Latchkey's companion)
  Mail inbox   $INBOX
  Accounts     $(setting PERSON_EMAIL)   password: $(setting PERSON_PASSWORD)
               $(setting ADMIN_EMAIL)   password: $(setting ADMIN_PASSWORD)
  Latchkey     $LATCHKEY

  1. In Latchkey choose "Harbour Lights", click "Forgot password?", type $(setting PERSON_EMAIL), send.
  2. Open the mail inbox in your browser, open the mail, click "Reset Your Password".
     The browser asks whether it may open Latchkey: yes.
  3. Latchkey comes to the front with the new-password form. Set one, then sign in with it.

  Single sign-on: choose "Harbour Lights with SSO", then "Log In with Harbour ID". Your browser opens
  the provider: grace@example.com, password: $(idp_password). Say yes to Latchkey there, and the window is
  signed in.

  From a shell the same: $LATCHKEY --help
  Ctrl-C here stops everything.
TEXT
}

open_window() {
  "$LATCHKEY" </dev/null >>"$DEMO/latchkey.log" 2>&1 &
  if [[ -d $DEMO/display ]]; then
    timeout 30 xdotool search --sync --onlyvisible --class app.latchkey.Latchkey >/dev/null
    sleep 1
    import -window root "$DEMO/latchkey.png"
    echo "A picture of the window: $DEMO/latchkey.png"
  fi
}

# Until Ctrl-C, or until a server has ended by itself.
wait_for_the_end() {
  local server
  while true; do
    for server in "$DIRECTUS_PID" "$MAIL_PID" "$SSO_PID" "$IDP_PID"; do
      kill -0 "$server" 2>/dev/null || break 2
    done
    sleep 1 &
    wait $!
  done
  echo "A server has ended by itself; see the logs in $DEMO." >&2
  exit 1
}

stop() {
  local status=$?
  trap '' INT TERM HUP
  say "Stopping"
  tidy_up
  # Everything else is a child of this shell.
  local -a children
  mapfile -t children < <(jobs -p)
  if ((${#children[@]} > 0)); then kill "${children[@]}" 2>/dev/null || true; fi
  wait || true
  rm -f "$DEMO/pid"
  echo "Stopped. The demo's data is in $DEMO until the next start."
  exit "$status"
}

# What a demo leaves outside of its directory: windows, an entry in the person's keyring, the registration. A killed
# demo left them behind, and whoever starts or stops the next one does this for it.
tidy_up() {
  stop_windows
  if [[ -x $LATCHKEY && -x $PROGRAM && ! -d $DEMO/keyring ]]; then forget_session; fi
  restore_registration
}

# The windows of the demo's own copy of the program, whoever started them: a browser can.
stop_windows() {
  local process
  for process in /proc/[0-9]*; do
    if [[ $(readlink "$process/exe" 2>/dev/null) == "$PROGRAM"* ]]; then
      kill "${process#/proc/}" 2>/dev/null || true
    fi
  done
}

# The person's own keyring is not to be left with an entry of the demo.
forget_session() {
  local profile profiles
  profiles=$("$LATCHKEY" profiles --json | python3 -c \
    'import json, sys; print(*(row["id"] for row in json.load(sys.stdin)))' 2>/dev/null) || profiles=
  for profile in $profiles; do
    "$LATCHKEY" logout "$profile" >/dev/null 2>&1 || true
    "$LATCHKEY" remove "$profile" >/dev/null 2>&1 ||
      echo "The demo's entry in your keyring could not be removed (app.latchkey.Latchkey)."
  done
}

stop_other() {
  local pid
  if [[ ! -d $DEMO ]]; then
    echo "No demo is running."
    return
  fi
  own_directory
  exec 9>>"$DEMO/lock"
  if flock -n 9; then
    echo "No demo is running."
  else
    pid=$(<"$DEMO/pid")
    kill -TERM "$pid"
    echo "Asked the demo (process $pid) to stop."
    if ! flock -w 30 9; then
      echo "It has not stopped after 30 seconds: see the process $pid, and the logs in $DEMO." >&2
      return 1
    fi
  fi
  tidy_up
}

main "$@"
