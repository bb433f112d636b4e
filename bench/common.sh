# What the benchmarks share: sinks that count, Postfix in a folder of its own, a hub in another, and
# what the two keep mail in: Dovecot, PostgreSQL.
# To be sourced. All ports are on loopback, from BENCH_PORT (25100) upwards; all files are under one
# temporary folder, which goes at the end, and so does every process that was started.

set -euo pipefail
shopt -s inherit_errexit

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PATH=$PATH:/usr/sbin
port_base=${BENCH_PORT:-25100}
postfix_port=$port_base
hub_port=$((port_base + 1))
postgres_port=$((port_base + 12))
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

# Runs until two in a row differ by less than 10 %, at most 8.
warm_up() { # name of a function that sets result, what it measures
  local last=0 i
  for i in 1 2 3 4 5 6 7 8; do
    "$1"
    say "  warm-up $i: $2 $result/s"
    if awk -v a="$last" -v b="$result" 'BEGIN { d = a - b; exit (d < 0 ? -d : d) >= 0.1 * b }'; then
      return
    fi
    last=$result
  done
}

# --- the sink ---------------------------------------------------------------------------------

sink_start() { # name, port, extra options of smtp-sink; at sink_host, 127.0.0.1 when it isn't set
  local name=$1 port=$2 host=${sink_host:-127.0.0.1} user=()
  shift 2
  [ "$(id -u)" != 0 ] || user=(-u postfix)
  smtp-sink "${user[@]}" -c -m 1000 "$@" "$host:$port" 1000 \
    >"$work/$name.counts" 2>"$work/$name.err" &
  sink_pid[$name]=$!
  await_port "$port" 10 "$host" || fail "smtp-sink doesn't start: $(cat "$work/$name.err")"
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

await_port() { # port, seconds at most, host if not 127.0.0.1
  local deadline=$(($(now) + $2 * 1000))
  until (exec 3<>"/dev/tcp/${3:-127.0.0.1}/$1") 2>/dev/null; do
    [ "$(now)" -lt "$deadline" ] || return 1
    sleep 0.02
  done
}

# Many hosts that mail goes to, 127.0.1.1 and the next ones, each with a sink of its own.
sinks_start() { # how many, at most 250; port
  local i
  for ((i = 1; i <= $1; i++)); do sink_host=127.0.1.$i sink_start "many-$i" "$2"; done
}

sinks_stop() {
  local name
  for name in "${!sink_pid[@]}"; do
    [[ $name != many-* ]] || sink_stop "$name"
  done
}

# The mails of all of them. One look costs five processes, however many sinks there are.
sinks_count() {
  tail -v -c 100 "$work"/many-*.counts | tr '\r' '\n' | awk '
    /^==> / { sum += last; last = 0 }
    match($0, /mesg=[0-9]+/) { last = substr($0, RSTART + 5, RLENGTH - 5) }
    END { print sum + last }'
}

# Waits until they have so many mails together; then prints when, in milliseconds, the last one came.
sinks_await() { # count, seconds at most
  local deadline=$(($(now) + $2 * 1000)) count stamp
  while count=$(sinks_count); [ "$count" -lt "$1" ]; do
    [ "$(now)" -lt "$deadline" ] || fail "The sinks have $count of $1 mails after $2 s"
    sleep 0.1
  done
  stamp=$(stat -c %.3Y "$work"/many-*.counts | sort -n | tail -n 1)
  printf '%s\n' "${stamp/./}"
}

# --- Postfix, tuned ---------------------------------------------------------------------------

postfix_start() { # port of the next hop, further lines for main.cf
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
  printf '%s\n' "${@:2}" >>"$etc/main.cf"
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
lmtp      unix  - - n -     - lmtp
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

# --- Dovecot, which keeps Postfix's local mail ------------------------------------------------

# Maildirs of virtual users, one for each local part. As Debian has it, but for what stands here:
# mail_fsync is its default too, so a mail is on the disk before it is answered.
# With a port as its argument it takes IMAP there as well, with any password.
dovecot_start() {
  need dovecot "dovecot-lmtpd (without starting it)"
  [ -x /usr/lib/dovecot/lmtp ] || fail "LMTP is missing: apt-get install dovecot-lmtpd"
  local folder=$work/dovecot
  mkdir -p "$folder/mail"
  touch "$folder/log"
  "${as_root[@]}" chown mail:mail "$folder/mail"
  cat >"$folder/conf" <<CONF
instance_name = mailroom-bench
base_dir = $folder/run
state_dir = $folder/state
log_path = $folder/log
log_timestamp = "@%s.%{usecs} "
protocols = lmtp
ssl = no
first_valid_uid = 1
mail_uid = mail
mail_gid = mail
mail_location = maildir:~/Maildir
mail_fsync = optimized
passdb {
  driver = static
  args = nopassword=y
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$folder/mail/%n allow_all_users=yes
}
# Not as root: it would change its user for each mail.
service lmtp {
  user = mail
  process_min_avail = 10
  unix_listener lmtp {
    mode = 0666
  }
}
service auth {
  unix_listener auth-userdb {
    mode = 0666
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
CONF
  [ $# = 0 ] || cat >>"$folder/conf" <<CONF
protocols = lmtp imap
disable_plaintext_auth = no
login_trusted_networks = 127.0.0.0/8
mail_max_userip_connections = 20000
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = $1
  }
  inet_listener imaps {
    port = 0
  }
}
namespace inbox {
  inbox = yes
  mailbox Drafts {
    auto = create
  }
  mailbox Trash {
    auto = create
  }
}
CONF
  "${as_root[@]}" dovecot -c "$folder/conf" >"$folder/out" 2>&1 || fail "Dovecot: $(cat "$folder/out")"
}

dovecot_stop() {
  local pid tenths=0
  pid=$("${as_root[@]}" cat "$work/dovecot/run/master.pid" 2>/dev/null) || return 0
  "${as_root[@]}" kill "$pid" 2>/dev/null || return 0
  while [ -d "/proc/$pid" ] && [ "$tenths" -lt 200 ]; do
    sleep 0.1
    tenths=$((tenths + 1))
  done
}

# --- PostgreSQL, in which a hub keeps its mailboxes -------------------------------------------

postgres_do() { # program, arguments; as a user that it takes, and where that user may be
  local user=() bin
  [ "$(id -u)" != 0 ] || user=(setpriv --reuid=postgres --regid=postgres --clear-groups --)
  bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  (cd / && "${user[@]}" "$bin/$1" "${@:2}") >>"$work/postgres.out" 2>&1 ||
    fail "$1: $(tail -n 3 "$work/postgres.out")"
}

# A cluster with PostgreSQL's defaults, fsync among them, and an empty database.
postgres_start() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ||
    fail "PostgreSQL is missing: apt-get install postgresql"
  mkdir "$work/postgres"
  [ "$(id -u)" != 0 ] || chown postgres "$work/postgres"
  postgres_do initdb --pgdata="$work/postgres/data" --username=mailroom --auth=trust \
    --encoding=UTF8 --locale=C.UTF-8
  postgres_do pg_ctl --pgdata="$work/postgres/data" --log="$work/postgres/log" --wait \
    -o "-p $postgres_port -h 127.0.0.1 -c unix_socket_directories=''" start
  postgres_do createdb --host=127.0.0.1 --port="$postgres_port" --username=mailroom mailroom
}

postgres_stop() {
  [ -f "$work/postgres/data/postmaster.pid" ] || return 0
  postgres_do pg_ctl --pgdata="$work/postgres/data" --wait --mode=fast stop
}

# --- Mailroom ---------------------------------------------------------------------------------

hub_environment() { # name of its folder, SMTP port, port of the next hop
  export MAILROOM_DATA=$work/$1 MAILROOM_SMTP_PORT=$2 MAILROOM_SUBMISSION_PORT=0 MAILROOM_SUBMISSIONS_PORT=0 MAILROOM_POP3_PORT=0 MAILROOM_POP3S_PORT=0 MAILROOM_IMAP_PORT=${hub_imap:-0} MAILROOM_IMAPS_PORT=0 MAILROOM_HTTP_PORT=$((port_base + 20))
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

hub_does() { # words of bin/mailroom
  "$project/bin/mailroom" "$@" >"$work/does.out" 2>&1 || fail "mailroom $*: $(tail -n 3 "$work/does.out")"
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

# A member of the hub's status that is a number.
hub_status() { # name
  "$project/bin/mailroom" status --json | grep -o "\"$1\": *[0-9]*" | grep -o '[0-9]*$' | head -n 1
}

await_deferred() { # mails
  local deadline=$(($(now) + 3600 * 1000))
  until [ "$(hub_status deferred)" -ge "$1" ]; do
    [ "$(now)" -lt "$deadline" ] || fail "$(hub_status deferred) of $1 mails are deferred after an hour"
    sleep 1
  done
}

# Logs of mail that was filed: a line for each, which begins with its time in a form that date reads.
log_octets() { # file
  stat -c %s "$1" 2>/dev/null || echo 0
}

log_since() { # file, octets that it had
  tail -c "+$(($2 + 1))" "$1" 2>/dev/null
}

# Waits until a log has so many more lines with these words; then prints when, in milliseconds, the
# last of them was written.
log_await() { # file, octets that it had, words, lines, seconds at most
  local deadline=$(($(now) + $5 * 1000)) count last
  while count=$(log_since "$1" "$2" | grep -c -F "$3" || true); [ "$count" -lt "$4" ]; do
    [ "$(now)" -lt "$deadline" ] || fail "$1 has $count of $4 lines after $5 s"
    sleep 0.5
  done
  last=$(log_since "$1" "$2" | grep -F "$3" | tail -n 1)
  date -d "${last%% *}" +%s%3N
}

set_result() { # mails, from, to (milliseconds)
  local ms=$(($3 - $2))
  result=$(awk -v n="$1" -v ms="$((ms < 1 ? 1 : ms))" \
    'BEGIN { rate = n * 1000 / ms; printf rate < 100 ? "%.1f" : "%.0f", rate }')
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f\n", a / b }'; }

median() {
  sort -n | awk '{ v[NR] = $1 } END { printf "%g\n", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
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
