# Accept and relay, end to end.
# Run by bench/run p2; see bench/README.md.

. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

row=P2
warm_ups=8
packages postfix

p2_postfix() { relay_rate "$postfix_port" postfix "$mails" 4096; }
p2_mailroom() { relay_rate "$hub_port" mailroom "$mails" 4096; }
p2_nothing() { accept_rate "$postfix_hop" "$mails" 4096; }

with_both compare "accept and relay $mails mails of 4 KiB, 50 sessions, until the sink has the last" \
  '>= 5' Postfix p2_postfix p2_mailroom p2_nothing
