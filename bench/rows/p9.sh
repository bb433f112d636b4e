# What sessions of IMAP that idle cost, without TLS.
# Run by bench/run p9; see bench/README.md.

. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

row=P9
sessions=${BENCH_SESSIONS:-10000}
# Sixteen sessions of a user are the most that a hub takes.
users=$(((sessions + 15) / 16))

hub_cpu() { # milliseconds so far
  awk '{ print ($14 + $15) * 10 }' "/proc/$(cat "$work/mailroom/lock")/stat"
}

hub_with_imap $(seq -f 'user%.0f' 0 $((users - 1)))
heap=$(hub_process heap)
resident=$(hub_process VmRSS)
mkfifo "$work/idle.in"
imap idle "$hub_imap" "$password" "$sessions" "$users" <"$work/idle.in" >"$work/idle.out" &
idle=$!
exec 4>"$work/idle.in"
until [ -s "$work/idle.out" ]; do
  kill -0 "$idle" 2>/dev/null || fail "the sessions that idle have ended"
  sleep 0.5
done
say "$row $(cat "$work/idle.out") of $users users"
sleep 5
cpu=$(hub_cpu)
sleep 30
cpu=$(($(hub_cpu) - cpu))
heap=$(($(hub_process heap) - heap))
resident=$(($(hub_process VmRSS) - resident))
exec 4>&-
wait "$idle" || true
record "heap of $sessions sessions that idle" MiB '<= 512' - '' $((heap / 1048576))
record "resident more with them" MiB - - '' "$resident"
record "CPU in 30 s" ms '<= 1500' - '' "$cpu"
