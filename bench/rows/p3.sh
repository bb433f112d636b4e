# Large mails, end to end, within a heap that they don't fit into together.
# Run by bench/run p3; see bench/README.md.

. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

row=P3
packages postfix

p3_postfix_1() { relay_rate "$postfix_port" postfix 2000 1048576; }
p3_mailroom_1() { relay_rate "$hub_port" mailroom 2000 1048576; }
p3_postfix_30() { relay_rate "$postfix_port" postfix 50 31457280; }
p3_mailroom_30() { relay_rate "$hub_port" mailroom 50 31457280; }

large() {
  compare "relay 2000 mails of 1 MiB, 50 sessions" '>= 2' Postfix p3_postfix_1 p3_mailroom_1
  compare "relay 50 mails of 30 MiB, 50 sessions" '>= 2' Postfix p3_postfix_30 p3_mailroom_30
  record "the most that was resident meanwhile, heap $MAILROOM_HEAP" MiB - - '' "$(hub_process VmHWM)"
}

with_both large
