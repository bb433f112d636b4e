# Start and footprint, with the defaults: a hub that was there before, and one that is new.
# Run by bench/run p10; see bench/README.md.

. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

row=P10
unset MAILROOM_HEAP

# Sets result: seconds from the command until the port is open.
start_time() {
  local start command
  start=$(now)
  hub_start mailroom "$hub_port" "$hub_hop" &
  command=$!
  await_port "$hub_port" 120 || fail "the hub: $(tail -n 5 "$work/mailroom.out")"
  result=$(awk -v ms=$(($(now) - start)) 'BEGIN { printf "%.1f", ms / 1000 }')
  wait "$command"
}

say "$row start and footprint, default heap"
start_time
new=$result
starts=()
for ((round = 1; round <= rounds; round++)); do
  hub_stop mailroom
  start_time
  say "  round $round: $result s"
  starts+=("$result")
done
sleep 30
record 'start until the port is open' s '<= 15' - '' "${starts[*]}"
record 'first start of a new hub' s - - '' "$new"
record 'resident, idle for 30 s' MiB '<= 600' - '' "$(hub_process VmRSS)"
