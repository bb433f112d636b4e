# What the benchmarks share, to be sourced: a work folder, and what is in lib: loads, a hub, its peers,
# what the two keep mail in, figures.
# All ports are on loopback, from BENCH_PORT (25100) upwards; all files are under one
# temporary folder, which goes at the end, and so does every process that was started.

set -euo pipefail
shopt -s inherit_errexit

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PATH=$PATH:/usr/sbin
port_base=${BENCH_PORT:-25100}
postfix_port=$port_base
hub_port=$((port_base + 1))
postgres_port=$((port_base + 12))
postfix_hop=$((port_base + 10))
hub_hop=$((port_base + 11))
rounds=${BENCH_ROUNDS:-5}
mails=${BENCH_MAILS:-20000}
# Not /tmp, which may be in memory: then no sync to a disk would be measured.
work=$(mktemp -d "${BENCH_DIR:-/var/tmp}/mailroom-bench.XXXXXX")
chmod 755 "$work"
declare -A sink_pid
as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo -n)

say() { printf '%s\n' "$*"; }
fail() { printf 'bench: %s\n' "$*" >&2; exit 1; }
now() { date +%s%3N; }

# Makes sure of packages of Debian.
packages() { # names
  local name missing=()
  for name in "$@"; do
    [[ $(dpkg-query -W -f '${Status}' "$name" 2>/dev/null) == *' installed' ]] || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing: ${missing[*]}"
  # Without a configuration Postfix isn't started, now or at boot.
  printf 'postfix postfix/main_mailer_type select No configuration\n' | "${as_root[@]}" debconf-set-selections &&
    "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      "${missing[@]}" >"$work/packages.out" 2>&1 ||
    fail "these packages of Debian are missing: ${missing[*]}"
}

for part in load mailboxes imap postfix dovecot postgres hub figures; do
  # shellcheck source=/dev/null
  . "$project/bench/lib/$part.sh"
done

# Both, each with a sink of its own as its next hop.
with_both() { # what to run meanwhile
  sink_start postfix "$postfix_hop"
  sink_start mailroom "$hub_hop"
  postfix_start "$postfix_hop"
  hub_start mailroom "$hub_port" "$hub_hop"
  "$@"
}

clean_up() {
  local status=$? name
  trap - EXIT
  set +e
  for name in mailroom with without; do hub_stop "$name"; done
  [ -d "$work/postfix" ] && postfix_stop
  dovecot_stop
  # Where it can't be stopped, the rest is cleaned up all the same.
  (postgres_stop)
  for name in "${!sink_pid[@]}"; do sink_stop "$name"; done
  if [ -n "${BENCH_KEEP:-}" ]; then say "Kept: $work"; else "${as_root[@]}" rm -rf "$work"; fi
  exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT TERM
