# IMAP of Mailroom and of Dovecot, each command on a mailbox of many messages.
# Run by bench/run p8; see bench/README.md.

. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

row=P8
packages dovecot-imapd dovecot-lmtpd
messages=${BENCH_MESSAGES:-100000}

time_commands() { # port, file that gets the figures too
  imap time "$1" ann@boxes.test "$password" "$messages" >"$work/p8.out"
  cat "$work/p8.out" >>"$2"
}

is_steady() { # two sums: they differ by less than a tenth
  awk -v a="$1" -v b="$2" 'BEGIN { exit !(a - b < b / 10 && b - a < b / 10) }'
}

# The first rounds fill caches, of which Dovecot has some on the disk, and compile the hub's code.
warm_both() {
  local rounds=0 before=0 last=0 server port
  until [ "$rounds" -ge 8 ] || [ "$rounds" -ge 4 ] && is_steady "$before" "$last"; do
    for server in dovecot hub; do
      port=${server}_imap
      time_commands "${!port}" /dev/null
    done
    before=$last
    # Searches in texts take longer than all else together.
    last=$(awk '!/^search-text/ { sum += $2 } END { print sum }' "$work/p8.out")
    rounds=$((rounds + 1))
  done
}

figures() { # name of a command, file
  awk -v name="$1" '$1 == name { printf "%s ", $2 }' "$2"
}

dovecot_start "$dovecot_imap"
hub_with_imap ann
for server in dovecot hub; do
  port=${server}_imap
  start=$(now)
  imap fill "${!port}" ann@boxes.test "$password" "$messages"
  set_result "$messages" "$start" "$(now)"
  say "$row fill, by 500 in a command: $server $result/s"
done
warm_both
for ((round = 1; round <= rounds; round++)); do
  say "  round $round"
  for server in dovecot hub; do
    port=${server}_imap
    time_commands "${!port}" "$work/p8.$server"
  done
done
while read -r name _; do
  goal=-
  [[ $name != @(fetch|search)-* ]] || goal='>= 1'
  record "$name" ms "$goal" Dovecot "$(figures "$name" "$work/p8.dovecot")" "$(figures "$name" "$work/p8.hub")"
done <"$work/p8.out"
