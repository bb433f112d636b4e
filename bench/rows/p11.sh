# Pages of the console with much mail waiting and much more traced.
# Run by bench/run p11; see bench/README.md.

. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

row=P11
packages postfix
queued=${BENCH_QUEUED:-100000}
traced=${BENCH_TRACED:-1000000}
domains=100
nobody=$((port_base + 19))
export MAILROOM_ADMIN=admin MAILROOM_ADMIN_PASSWORD='a secret of the bench' MAILROOM_RETRY=12h

# Of one sender to a person in each domain.
recipient() { printf 'user%s@d%s.test' "$1" "$1"; }

postgres_if_asked
sink_start mailroom "$hub_hop"
hub_start mailroom "$hub_port" "$hub_hop"
each=$(((traced - queued) / domains))
say "$row $queued mails that wait and $traced traced"
for ((i = 1; i <= domains; i++)); do
  load "$hub_port" "$each" 1024 -t "$(recipient "$i")"
done
sink_await mailroom $((each * domains)) 3600 >/dev/null
hub_stop mailroom
sink_stop mailroom
hub_start mailroom "$hub_port" "$nobody"
for ((i = 1; i <= domains; i++)); do
  load "$hub_port" $((queued / domains)) 4096 -t "$(recipient "$i")"
  ((i % 20)) || await_deferred $((queued / domains * i))
done
python3 "$project/bench/console.py" "$MAILROOM_HTTP_PORT" admin "$MAILROOM_ADMIN_PASSWORD" \
  "$work/mailroom/secrets/command-token" >"$work/pages"
while IFS=$'\t' read -r name page refresh; do
  record "page $name" ms '<= 300' - '' "$page"
  [ -z "$refresh" ] || record "refresh of $name" ms '<= 150' - '' "$refresh"
done <"$work/pages"
