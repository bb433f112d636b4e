# What the benchmarks share: a sink that counts, Postfix in a folder of its own, a hub in another.
# To be sourced. All ports are on 127.0.0.1, from BENCH_PORT (25100) upwards; all files are under one
# temporary folder, which goes at the end, and so does every process that was started.

set -euo pipefail
shopt -s inherit_errexit

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PATH=$PATH:/usr/sbin
port_base=${BENCH_PORT:-25100}
postfix_port=$port_base
hub_port=$((port_base + 1))
# Not /tmp, which may be in memory: then no sync to a disk would be measured.
work=$(mktemp -d "${BENCH_DIR:-/var/tmp}/mailroom-bench.XXXXXX")
chmod 755 "$work"
declare -A sink_pid
as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo -n)

say() { printf '%s\n' "$*"; }
fail() { printf 'bench: %s\n' "$*" >&2; exit 1; }
now() { date +%s%3N; }

need() { # command, Debian package
  command -v "$1" >/dev/null || fail "$1 is missing: apt-get install $2"
}

# --- the sink ---------------------------------------------------------------------------------

sink_start() { # name, port, extra options of smtp-sink
  local name=$1 port=$2 user=()
  shift 2
  [ "$(id -u)" != 0 ] || user=(-u postfix)
  smtp-sink "${user[@]}" -c -m 1000 "$@" "127.0.0.1:$port" 1000 \
    >"$work/$name.counts" 2>"$work/$name.err" &
  sink_pid[$name]=$!
  await_port "$port" 10 || fail "smtp-sink doesn't start: $(cat "$work/$name.err")"
}

sink_stop() { # name
  [ -n "${sink_pid[$1]:-}" ] || return 0
  kill "${sink_pid[$1]}" 2>/dev/null || true
  wait "${sink_pid[$1]}" 2>/dev/null || true
  unset "sink_pid[$1]"
}

# smtp-sink writes "sess=1 quit=1 mesg=5" and CR after each mail; the last one counts.
sink_count() { # name
  local last
  last=$(tail -c 200 "$work/$1.counts" | tr '\r' '\n' | grep -o 'mesg=[0-9]*' | tail -n 1)
  printf '%s\n' "${last#mesg=}"
}

# Waits until the sink has so many mails; then prints when, in milliseconds, the last one came.
sink_await() { # name, count, seconds at most
  local deadline=$(($(now) + $3 * 1000)) count stamp
  while count=$(sink_count "$1"); [ "${count:-0}" -lt "$2" ]; do
    [ "$(now)" -lt "$deadline" ] || fail "$1 has ${count:-0} of $2 mails after $3 s"
    sleep 0.05
  done
  stamp=$(stat -c %.3Y "$work/$1.counts")
  printf '%s\n' "${stamp/./}"
}

await_port() { # port, seconds at most
  local deadline=$(($(now) + $2 * 1000))
  until (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; do
    [ "$(now)" -lt "$deadline" ] || return 1
    sleep 0.05
  done
}

# --- Postfix, tuned ---------------------------------------------------------------------------

postfix_start() { # port of the next hop
  need postfix "postfix (without starting it)"
  local etc=$work/postfix/etc
  mkdir -p "$etc" "$work/postfix/queue" "$work/postfix/data"
  "${as_root[@]}" chown postfix "$work/postfix/data"
  cat >"$etc/main.cf" <<CF
compatibility_level = 3.6
queue_directory = $work/postfix/queue
data_directory = $work/postfix/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = postfix.bench.test
mydestination =
alias_maps =
local_recipient_maps =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
relayhost = [127.0.0.1]:$1
disable_dns_lookups = yes
default_process_limit = 200
default_destination_concurrency_limit = 50
initial_destination_concurrency = 50
in_flow_delay = 0
smtp_tls_security_level = none
smtpd_tls_security_level = none
message_size_limit = 104857600
mailbox_size_limit = 0
CF
  # Debian's own table, without chroot, which would want files copied into the queue folder.
  cat >"$etc/master.cf" <<CF
127.0.0.1:$postfix_port inet n - n - - smtpd
pickup    unix  n - n 60    1 pickup
cleanup   unix  n - n -     0 cleanup
qmgr      unix  n - n 300   1 qmgr
tlsmgr    unix  - - n 1000? 1 tlsmgr
rewrite   unix  - - n -     - trivial-rewrite
bounce    unix  - - n -     0 bounce
defer     unix  - - n -     0 bounce
trace     unix  - - n -     0 bounce
verify    unix  - - n -     1 verify
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n -     - proxymap
smtp      unix  - - n -     - smtp
relay     unix  - - n -     - smtp
showq     unix  n - n -     - showq
error     unix  - - n -     - error
retry     unix  - - n -     - error
discard   unix  - - n -     - discard
anvil     unix  - - n -     1 anvil
scache    unix  - - n -     1 scache
CF
  "${as_root[@]}" chown -R root "$etc" "$work/postfix/queue"
  postfix_do start
  await_port "$postfix_port" 20 || fail "Postfix doesn't start: see the system's mail log"
}

postfix_do() { # start, stop, reload
  "${as_root[@]}" postfix -c "$work/postfix/etc" "$@" >"$work/postfix/out" 2>&1 ||
    fail "postfix $*: $(cat "$work/postfix/out")"
}

# New mail goes into the hold queue from now on: it is only accepted.
postfix_hold() {
  "${as_root[@]}" postconf -c "$work/postfix/etc" -e \
    "smtpd_client_restrictions = check_client_access static:HOLD"
  postfix_do reload
}

postfix_relay() {
  "${as_root[@]}" postconf -c "$work/postfix/etc" -X smtpd_client_restrictions
  postfix_do reload
}

postfix_empty() {
  "${as_root[@]}" postsuper -c "$work/postfix/etc" -d ALL >/dev/null 2>&1
}

postfix_stop() {
  local pid
  pid=$(tr -d ' ' 2>/dev/null <"$work/postfix/queue/pid/master.pid") || return 0
  [ ! -d "/proc/$pid" ] || postfix_do stop
}

# --- Mailroom ---------------------------------------------------------------------------------

hub_environment() { # name of its folder, SMTP port, port of the next hop
  export MAILROOM_DATA=$work/$1 MAILROOM_SMTP_PORT=$2 MAILROOM_SUBMISSION_PORT=0 MAILROOM_SUBMISSIONS_PORT=0 MAILROOM_HTTP_PORT=$((port_base + 20))
  export MAILROOM_HTTPS_PORT=$((port_base + 21)) MAILROOM_MANAGEMENT_PORT=$((port_base + 22))
  export MAILROOM_HOSTNAME=mailroom.bench.test MAILROOM_SMART_HOST="[127.0.0.1]:$3"
  export MAILROOM_SMART_HOST_TLS=none MAILROOM_HEAP=${MAILROOM_HEAP:-1g}
}

hub_start() { # name of its folder, SMTP port, port of the next hop
  hub_environment "$@"
  "$project/bin/mailroom" start >"$work/$1.out" 2>&1 || fail "the hub: $(tail -n 5 "$work/$1.out")"
}

hub_stop() { # name of its folder
  [ ! -d "$work/$1" ] || MAILROOM_DATA=$work/$1 "$project/bin/mailroom" stop --grace 5 >/dev/null 2>&1 ||
    true
}

# --- runs -------------------------------------------------------------------------------------

# A hub takes no more than a thousand mails over one connection, and some get more than others:
# hence several runs.
load() { # SMTP port, mails, octets, extra options of smtp-source
  local port=$1 mails=$2 size=$3 some
  shift 3
  while [ "$mails" -gt 0 ]; do
    some=$((mails < 20000 ? mails : 20000))
    smtp-source -d -s 50 -m "$some" -l "$size" -f bench@sender.test -t user@bench.test "$@" \
      "127.0.0.1:$port"
    mails=$((mails - some))
  done
}

# Sets result: mails a second, from the start of the load until the sink has the last one.
relay_rate() { # SMTP port, sink, mails, octets
  local before start end
  before=$(sink_count "$2")
  start=$(now)
  load "$1" "$3" "$4"
  end=$(sink_await "$2" $((${before:-0} + $3)) 1800)
  set_result "$3" "$start" "$end"
}

# Sets result: mails a second, from the start of the load until the last one is accepted.
accept_rate() { # SMTP port, mails, octets
  local start
  start=$(now)
  load "$@"
  set_result "$2" "$start" "$(now)"
}

set_result() { # mails, from, to (milliseconds)
  local ms=$(($3 - $2))
  result=$(awk -v n="$1" -v ms="$((ms < 1 ? 1 : ms))" \
    'BEGIN { rate = n * 1000 / ms; printf rate < 100 ? "%.1f" : "%.0f", rate }')
}

median() {
  sort -n | awk '{ v[NR] = $1 } END { printf "%g\n", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

clean_up() {
  local status=$? name
  trap - EXIT
  set +e
  for name in mailroom with without; do hub_stop "$name"; done
  [ -d "$work/postfix" ] && postfix_stop
  for name in "${!sink_pid[@]}"; do sink_stop "$name"; done
  if [ -n "${BENCH_KEEP:-}" ]; then say "Kept: $work"; else "${as_root[@]}" rm -rf "$work"; fi
  exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT TERM
