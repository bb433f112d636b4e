# Mailboxes, in Postfix with Dovecot and in a hub, and mail that is filed in them.

boxes() { printf '%s@boxes.test\n' "$@"; }

# Postfix with Dovecot, and a hub, both with these mailboxes in the domain boxes.test.
with_mailboxes() { # names of mailboxes, --, what to run between
  local names=()
  while [ "$1" != -- ]; do
    names+=("$1")
    shift
  done
  shift
  boxes "${names[@]}" | sed 's/$/ present/' >"$work/postfix-boxes"
  { echo address; boxes "${names[@]}"; } >"$work/mailroom-boxes.csv"
  dovecot_start
  postfix_start "$postfix_hop" 'virtual_mailbox_domains = boxes.test' \
    "virtual_mailbox_maps = texthash:$work/postfix-boxes" \
    "virtual_transport = lmtp:unix:$work/dovecot/run/lmtp"
  hub_start mailroom "$hub_port" "$hub_hop"
  hub_does domain add boxes.test
  hub_does account import "$work/mailroom-boxes.csv"
  "$@"
  hub_stop mailroom
  postfix_stop
  dovecot_stop
  "${as_root[@]}" rm -rf "$work/mailroom" "$work/dovecot" "$work/postfix"
}

# Sets result: recipients a second, from the start of the load until the last mail is in a mailbox.
filing_rate() { # log, its words for a mail that is filed, recipients, the load
  local before start end
  before=$(log_octets "$1")
  start=$(now)
  "${@:4}"
  end=$(log_await "$1" "$before" "$2" "$3" 1800)
  set_result "$3" "$start" "$end"
}

postfix_files() { filing_rate "$work/dovecot/log" 'saved mail to INBOX' "$@" "$postfix_port"; }
mailroom_files() { filing_rate "$work/mailroom/logs/mail.log" ' delivered id=' "$@" "$hub_port"; }

# Logs of mail that was filed: a line for each, which begins with its time in a form that date reads.

log_octets() { # file
  stat -c %s "$1" 2>/dev/null || echo 0
}

log_since() { # file, octets that it had
  tail -c "+$(($2 + 1))" "$1" 2>/dev/null
}

# Waits until a log has so many more lines with these words; then prints when, in milliseconds, the
# last of them was written.
log_await() { # file, octets that it had, words, lines, seconds at most
  local deadline=$(($(now) + $5 * 1000)) count last
  while count=$(log_since "$1" "$2" | grep -c -F "$3" || true); [ "$count" -lt "$4" ]; do
    [ "$(now)" -lt "$deadline" ] || fail "$1 has $count of $4 lines after $5 s"
    sleep 0.5
  done
  last=$(log_since "$1" "$2" | grep -F "$3" | tail -n 1)
  date -d "${last%% *}" +%s%3N
}
