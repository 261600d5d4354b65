# shellcheck shell=bash disable=SC2034
# Starting the real servers from a shell: the template builder and the demo use this. Sourced
# after paths.sh. The caller stops what it started; every server also ends with the caller.

# free_ports COUNT: that many different free loopback ports on one line.
free_ports() {
  python3 - "$1" <<'PYTHON'
import random, socket, sys
held = []
while len(held) < int(sys.argv[1]):
    # Below the range from which the kernel takes the ports of outgoing connections.
    try:
        held.append(socket.create_server(("127.0.0.1", random.randrange(20000, 32000))))
    except OSError:
        pass
print(*(s.getsockname()[1] for s in held))
PYTHON
}

# in_background LOG COMMAND…: sets SERVER_PID. The kernel ends the server if this shell dies
# (pdeathsig), and a lock that this shell holds is not handed down (9>&-).
in_background() {
  local log=$1
  shift
  setpriv --pdeathsig TERM "$@" </dev/null >>"$log" 2>&1 9>&- &
  SERVER_PID=$!
}

# configure_directus DATA PORT SMTP_PORT [NAME=value…]: writes the settings of one server into its
# data directory. A file and not the environment, so that no secret is seen by `ps`; the last line
# of a name wins.
configure_directus() {
  local data=$1 port=$2 smtp=$3
  shift 3
  mkdir -p "$data/uploads" "$data/extensions"
  # Without a package.json in its working directory Directus loads no extension.
  echo '{"name":"latchkey-bench-data","private":true}' >"$data/package.json"
  (
    umask 077
    {
      cat "$BENCH_SOURCE/directus.env"
      printf '%s\n' "PORT=$port" "PUBLIC_URL=http://127.0.0.1:$port" "EMAIL_SMTP_PORT=$smtp" \
        "DB_FILENAME=$data/data.db" "STORAGE_LOCAL_ROOT=$data/uploads" \
        "EXTENSIONS_PATH=$data/extensions" "$@"
    } >"$data/settings.env"
  )
}

# directus_command VERSION DATA: sets DIRECTUS to the command line of that server, in a clean
# environment. Its `cli.js` is passed by, as it asks the package registry for news at each start.
directus_command() {
  DIRECTUS=(
    env -i --chdir="$2" HOME="$2" PATH="$(dirname "$BENCH_NODE"):/usr/bin:/bin"
    NODE_ENV=production CONFIG_PATH="$2/settings.env"
    "$BENCH_NODE" "$(directus_path "$1")/node_modules/@directus/api/dist/cli/run.js"
  )
}

# wait_for_directus PORT PID LOG: until it answers; shows the end of its log if it never does.
wait_for_directus() {
  local port=$1 pid=$2 log=$3 tries
  for ((tries = 0; tries < 600; tries++)); do
    if curl -s --noproxy '*' -o /dev/null --fail "http://127.0.0.1:$port/server/ping"; then
      return 0
    fi
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  echo "Directus on port $port did not start. The end of $log:" >&2
  tail -n 40 "$log" >&2
  return 1
}

# mail_command SMTP_PORT WEB_PORT IMAP_PORT: sets MAIL to the command line of the mail catcher. Every mail, whoever
# it is for, lands in the one inbox that the web page shows and that IMAP serves.
# (maildev, the usual choice, takes links of desktop applications out of the mails it shows, as
# webmail services do; here they can be clicked, as in a mail program.)
mail_command() {
  local smtp=$1 web=$2 imap=$3
  MAIL=(
    env -i PATH=/usr/bin:/bin PYTHONUNBUFFERED=1 MAIL_PASSWORD=inbox
    "$BENCH_PYTHON" -m mail_devel --host 127.0.0.1 --user inbox@example.com
    --smtp-port "$smtp" --http-port "$web" --imap-port "$imap"
  )
}
