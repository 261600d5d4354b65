# shellcheck shell=bash
# A clean Debian 12 to install packages in. Sourced after prerequisites.sh and paths.sh; needs root. Nothing is mounted
# outside of the commands that run inside, so nothing stays mounted.

# Counted up by hand when another chroot is to be made.
CHROOT_RECIPE=1

# debian_sources: where this machine has Debian 12 from, with its mirror; the official address if it has it from nowhere.
debian_sources() {
  local sources
  # The fields are apt-get's, not the shell's.
  # shellcheck disable=SC2016
  sources=$(apt-get indextargets --format 'deb $(REPO_URI) $(CODENAME) $(COMPONENT)' \
    'Created-By: Packages' 'Origin: Debian' | grep -E ' bookworm(-security|-updates)? main$' | sort -u || true)
  if ! grep -q ' bookworm main$' <<<"$sources"; then
    sources="deb http://deb.debian.org/debian bookworm main
deb http://deb.debian.org/debian-security bookworm-security main"
  fi
  echo "$sources"
}

# keep_chroot: sets CHROOT to an archive of a clean one in the bench's cache, which is made unless it was this month.
keep_chroot() {
  local kept scratch
  local -a sources
  mapfile -t sources < <(debian_sources)
  kept=$BENCH_CACHE/chroot-$(digest <(echo "$CHROOT_RECIPE" "${sources[@]}"; date +%Y-%m)).tar
  if [[ ! -e $kept ]]; then
    mkdir -p "$BENCH_CACHE"
    scratch=$(mktemp -d "$BENCH_CACHE/.work.XXXXXX")
    # The proxy that this machine's apt is told to use, if any, is read from its configuration by mmdebstrap as well.
    quietly mmdebstrap --variant=minbase --mode=root bookworm "$scratch/chroot.tar" "${sources[@]}" ||
      {
        rm -rf "$scratch"
        return 1
      }
    find "$BENCH_CACHE" -maxdepth 1 -name 'chroot-*.tar' -mtime +30 -delete
    mv "$scratch/chroot.tar" "$kept"
    rm -rf "$scratch"
  fi
  CHROOT=$kept
}

# make_chroot DIRECTORY: unpacks a clean one.
make_chroot() {
  local directory=$1
  keep_chroot || return 1
  mkdir -p "$directory"
  tar --extract --file "$CHROOT" --directory "$directory" --numeric-owner
  cp -L /etc/resolv.conf /etc/hosts "$directory/etc/"
  apt-config dump | grep -E '^Acquire::[a-z]+::(Proxy|proxy)' >"$directory/etc/apt/apt.conf.d/99proxy" || true
}

# inside DIRECTORY USER COMMAND…: runs it there, with the network, /proc and /dev of this machine, and an environment of
# its own with NAME=value words before the command. With INSTEAD=exec it takes the place of the calling shell, whose
# process is then the command's.
inside() {
  local directory=$1 user=$2
  shift 2
  # The words are expanded by the inner shell.
  # shellcheck disable=SC2016
  ${INSTEAD-} unshare --mount --propagation private bash -c '
    directory=$1 user=$2
    shift 2
    mount --bind /proc "$directory/proc"
    mount --rbind /dev "$directory/dev"
    mount --bind /sys "$directory/sys"
    exec chroot --userspec="$user" "$directory" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
      ${http_proxy:+http_proxy="$http_proxy"} "$@"' inside "$directory" "$user" "$@"
}
