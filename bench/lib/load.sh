# Loads, and the next hops that take them: smtp-source and smtp-sink of Debian's postfix.

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
