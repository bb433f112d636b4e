# A client of IMAP, and servers for it.

dovecot_imap=$((port_base + 14))
hub_imap=$((port_base + 15))
password='a secret of many'

imap() { python3 "$project/bench/imap.py" "$@"; }

hub_with_imap() { # names of mailboxes in boxes.test
  postgres_if_asked
  MAILROOM_IMAP_PORT=$hub_imap hub_start mailroom "$hub_port" $((port_base + 9))
  hub_does domain add boxes.test
  { echo address,password; printf "%s@boxes.test,$password\n" "$@"; } >"$work/people.csv"
  hub_does account import "$work/people.csv"
}
