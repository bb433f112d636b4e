# Local delivery, into H2 and into PostgreSQL.
# Run by bench/run p7; see bench/README.md.

. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

row=P7
packages postfix dovecot-lmtpd postgresql
[ "$mails" -ge 200 ] || fail "p7 needs 200 mails or more"

mailboxes=200

# 50 at a time: smtp-source has one recipient only.
to_each() { # SMTP port
  seq "$mailboxes" | xargs -P 50 -I '{}' smtp-source -d -s 1 -m $((mails / mailboxes)) -l 4096 \
    -f bench@sender.test -t 'box{}@boxes.test' "127.0.0.1:$1"
}

p7_postfix() { postfix_files $((mails / mailboxes * mailboxes)) to_each; }
p7_mailroom() { mailroom_files $((mails / mailboxes * mailboxes)) to_each; }

run_p7_with() { # the hub's database
  p7_postfix
  compare "file $((mails / mailboxes * mailboxes)) mails of 4 KiB in $mailboxes mailboxes, 50 sessions, Mailroom with $1" \
    '>= 3' 'Postfix, Dovecot' p7_postfix p7_mailroom
}

names=$(seq -f 'box%.0f' 1 "$mailboxes")
with_mailboxes $names -- run_p7_with H2
if [ -z "${BENCH_QUICK:-}" ]; then
  postgres_start
  MAILROOM_DB_URL=jdbc:postgresql://127.0.0.1:$postgres_port/mailroom \
    with_mailboxes $names -- run_p7_with PostgreSQL
fi
