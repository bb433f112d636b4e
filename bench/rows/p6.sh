# Waiting mail: what it costs, and what it costs other mail.
# Run by bench/run p6; see bench/README.md.

. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

row=P6
packages postfix

# In slices: what is accepted and not yet put to wait takes heap of its own, which a hub that is
# nearly full doesn't have.
queue_up() { # mails that wait, mails that shall wait
  local wait=$1 slice
  while [ "$wait" -lt "$2" ]; do
    slice=$(($2 - wait < 20000 ? $2 - wait : 20000))
    load "$hub_port" "$slice" 4096
    wait=$((wait + slice))
    await_deferred "$wait"
  done
}

# Sets result: seconds until the hub is ready again.
restart_time() {
  local start
  hub_stop mailroom
  start=$(now)
  hub_start mailroom "$hub_port" "$hub_hop"
  result=$(awk -v ms=$(($(now) - start)) 'BEGIN { printf "%.1f", ms / 1000 }')
}

request_time() { # path; prints milliseconds
  curl -s -o /dev/null -w '%{time_total}\n' -H "Authorization: Bearer $(cat "$work/mailroom/secrets/command-token")" \
    "http://127.0.0.1:$MAILROOM_HTTP_PORT/api/$1" | awk '{ printf "%.0f\n", $1 * 1000 }'
}

# Nobody listens at the next hop: the gate closes, and every mail waits for hours.
waiting=${BENCH_MAILS:-100000}
first=5000
[ "$waiting" -ge 20000 ] || fail "p6 needs 20000 mails or more"
say "$row $waiting mails of 4 KiB, heap ${MAILROOM_HEAP:-1g}"
export MAILROOM_RETRY=12h
hub_start mailroom "$hub_port" "$hub_hop"
accept_rate "$hub_port" "$first" 4096
await_deferred "$first"
restart_time; empty=$result
accept_rate "$hub_port" "$first" 4096
accept_rate "$hub_port" "$first" 4096; before=$result
await_deferred $((3 * first))
heap_first=$(hub_process heap)
queue_up $((3 * first)) "$waiting"
heap_all=$(hub_process heap)
say "  heap of a waiting mail: $(((heap_all - heap_first) / (waiting - 3 * first))) octets, most of them"
say "$(sed -n '/^ *1:/,/^ *12:/p' "$work/histogram")"
accept_rate "$hub_port" "$first" 4096; after=$result
say "  accepted, and put to wait: $before/s with $((2 * first)) waiting, $after/s with $waiting, ratio $(ratio "$after" "$before")"
await_deferred $((waiting + first))
restart_time
# One may be under way, as the hub tries a next hop that was down.
await_deferred $((waiting + first))
heap_again=$(hub_process heap)
say "  restart: $result s, with $first waiting $empty s; $(grep -o 'The queue has.*' "$work/mailroom/logs/server.log" | tail -n 1)"
say "  heap of a waiting mail after it, with all else that a start takes: $(((heap_again - heap_first) / (waiting - 2 * first) )) octets"
request_time 'status' >/dev/null
say "  a page of the queue: $(request_time 'queue?state=deferred&page=1&size=50') ms, page $((waiting / 50)): $(request_time "queue?state=deferred&page=$((waiting / 50))&size=50") ms; destinations: $(request_time destinations) ms"
record "heap of a waiting mail, $waiting of them" KiB '<= 3' - '' \
  "$(awk -v n="$((heap_all - heap_first))" -v m="$((waiting - 3 * first))" 'BEGIN { printf "%.2f", n / m / 1024 }')"
record "a restart, more than with $first, for each 100000" s '<= 15' - '' \
  "$(awk -v a="$result" -v b="$empty" -v n="$((waiting))" 'BEGIN { printf "%.1f", (a - b) * 100000 / n }')"
record "accepted and put to wait, beside $((2 * first)) and beside $waiting" /s '>= 0.9' 'a few' "$before" "$after"
