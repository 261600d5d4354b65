# shellcheck shell=bash disable=SC2016,SC2034
# A desktop for machines that have none: a display, a session bus, a keyring. Sourced after
# servers.sh; the demo uses it, the tests have their own in Rust. The caller stops what it started.

# start_display DIRECTORY: Xvfb on a free number with a window manager; sets and exports DISPLAY.
start_display() {
  local directory=$1 tries
  mkdir -p "$directory"
  # The server picks the number itself, so that no other can be at the same one.
  in_background "$directory/xvfb.log" bash -c \
    'exec Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset 3>"$1/number"' \
    _ "$directory"
  for ((tries = 0; tries < 100; tries++)); do
    [[ ! -s $directory/number ]] || break
    sleep 0.1
  done
  [[ -s $directory/number ]] || {
    tail -n 20 "$directory/xvfb.log" >&2
    return 1
  }
  DISPLAY=:$(<"$directory/number")
  export DISPLAY
  in_background "$directory/openbox.log" env HOME="$directory" openbox --sm-disable \
    --startup "touch $directory/ready"
  for ((tries = 0; tries < 100; tries++)); do
    [[ ! -e $directory/ready ]] || return 0
    sleep 0.1
  done
  echo "The window manager did not start:" >&2
  tail -n 20 "$directory/openbox.log" >&2
  return 1
}

# has_secret_service: whether this session has a keyring that programs can use.
has_secret_service() {
  local socket=${XDG_RUNTIME_DIR:-/nonexistent}/bus method
  [[ -n ${DBUS_SESSION_BUS_ADDRESS-} || -S $socket ]] || return 1
  command -v dbus-send >/dev/null || return 1
  for method in ListNames ListActivatableNames; do
    if dbus-send --session --print-reply --reply-timeout=3000 --dest=org.freedesktop.DBus / \
      "org.freedesktop.DBus.$method" 2>/dev/null | grep -q '"org.freedesktop.secrets"'; then
      return 0
    fi
  done
  return 1
}

# start_keyring DIRECTORY: a private session bus with an unlocked gnome-keyring, all of whose files
# are below that directory; sets and exports DBUS_SESSION_BUS_ADDRESS.
start_keyring() {
  local directory=$1 tries
  mkdir -p "$directory"/run
  chmod 700 "$directory"/run
  cat >"$directory/bus.conf" <<CONFIGURATION
<busconfig>
  <type>session</type>
  <listen>unix:path=$directory/run/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONFIGURATION
  DBUS_SESSION_BUS_ADDRESS=unix:path=$directory/run/bus
  export DBUS_SESSION_BUS_ADDRESS
  in_background "$directory/bus.log" dbus-daemon --nofork --nopidfile \
    --config-file="$directory/bus.conf"
  for ((tries = 0; tries < 100; tries++)); do
    [[ ! -S $directory/run/bus ]] || break
    sleep 0.1
  done
  # The password only has to be the same at the next start, and there is none.
  in_background "$directory/keyring.log" env HOME="$directory" XDG_DATA_HOME="$directory" \
    XDG_RUNTIME_DIR="$directory/run" bash -c \
    'exec gnome-keyring-daemon --foreground --components=secrets --unlock <<<demo'
  for ((tries = 0; tries < 100; tries++)); do
    if keyring_is_open; then return 0; fi
    sleep 0.1
  done
  echo "The keyring did not start:" >&2
  tail -n 20 "$directory"/{bus,keyring}.log >&2
  return 1
}

keyring_is_open() {
  dbus-send --session --print-reply --dest=org.freedesktop.secrets \
    /org/freedesktop/secrets/collection/login org.freedesktop.DBus.Properties.Get \
    string:org.freedesktop.Secret.Collection string:Locked 2>/dev/null | grep -q 'boolean false'
}
