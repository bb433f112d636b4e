# Durable accept: nothing is relayed.
# Run by bench/run p1; see bench/README.md.

. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

row=P1
warm_ups=8
packages postfix

p1_postfix() {
  accept_rate "$postfix_port" "$mails" 4096
  postfix_empty
}

# Nothing is relayed while the only relay session waits for a next hop that doesn't answer DATA.
# Then a next hop takes all, and the queue is empty for the next round.
p1_mailroom() {
  sink_start mailroom "$hub_hop" -w 86400
  accept_rate "$hub_port" "$mails" 4096
  sink_stop mailroom
  sink_start mailroom "$hub_hop"
  sink_await mailroom "$mails" 600 >/dev/null
  sink_stop mailroom
}

postfix_start "$postfix_hop"
postfix_hold
MAILROOM_RELAY_SESSIONS=1 MAILROOM_RETRY=1s hub_start mailroom "$hub_port" "$hub_hop"
compare "accept $mails mails of 4 KiB, 50 sessions" '>= 6' Postfix p1_postfix p1_mailroom
