# Fan-out: one mail for many.
# Run by bench/run p4; see bench/README.md.

. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

row=P4
packages postfix dovecot-lmtpd
[ "$mails" -ge 1000 ] || fail "p4 needs 1000 mails or more"

fan=1000
domains=100
many_hops=$((port_base + 13))

# smtp-source puts a number before the name of every recipient but the last.
to_many() { # SMTP port
  smtp-source -d -s 1 -m $((mails / fan)) -r "$fan" -l 4096 -f bench@sender.test -t box@boxes.test "127.0.0.1:$1"
}

p4_postfix_local() { postfix_files $((mails / fan * fan)) to_many; }
p4_mailroom_local() { mailroom_files $((mails / fan * fan)) to_many; }

run_p4_local() {
  # The first mail for a mailbox makes its folders; a hub's warm-up does that for the hub.
  p4_postfix_local
  compare "recipients: $((mails / fan)) mails of 4 KiB for $fan mailboxes each, one session, until the last is filed" \
    '>= 3' 'Postfix, Dovecot' p4_postfix_local p4_mailroom_local
}

fan_prepare() {
  local i
  {
    printf 'MAIL FROM:<bench@sender.test>\r\n'
    for ((i = 1; i <= domains; i++)); do printf 'RCPT TO:<user@fan%d.test>\r\n' "$i"; done
    printf 'DATA\r\n'
  } >"$work/fan.commands"
  {
    printf 'From: <bench@sender.test>\r\nTo: <user@fan1.test>\r\nSubject: fan-out\r\n\r\n'
    for ((i = 0; i < 52; i++)); do printf '%078d\r\n' 0; done
    printf '.\r\n'
  } >"$work/fan.mail"
  for ((i = 1; i <= domains; i++)); do
    printf 'fan%d.test smtp:[127.0.1.%d]:%d\n' "$i" "$i" "$many_hops"
  done >"$work/postfix-routes"
  {
    echo name,domains,host,tls
    for ((i = 1; i <= domains; i++)); do
      printf 'fan%d,fan%d.test,[127.0.1.%d]:%d,none\n' "$i" "$i" "$i" "$many_hops"
    done
  } >"$work/mailroom-routes.csv"
}

# Mails one after another over one connection, each for one recipient at each domain: smtp-source
# knows one domain only. The commands of a mail go together (RFC 2920), and are a file, so that the
# shell has little to do.
fan_out() { # SMTP port, mails
  local server i reply good
  exec {server}<>"/dev/tcp/127.0.0.1/$1"
  fan_reply "$server" 220
  printf 'EHLO bench.test\r\n' >&"$server"
  fan_reply "$server" 250
  for ((i = 0; i < $2; i++)); do
    cat "$work/fan.commands" >&"$server"
    good=$(head -n $((domains + 2)) <&"$server" | grep -c '^[23]5' || true)
    [ "$good" = $((domains + 2)) ] || fail "$good of $((domains + 2)) commands were answered well"
    cat "$work/fan.mail" >&"$server"
    fan_reply "$server" 250
  done
  printf 'QUIT\r\n' >&"$server"
  fan_reply "$server" 221
  exec {server}>&-
}

fan_reply() { # descriptor, code
  local line
  while IFS= read -r -u "$1" line; do
    [[ $line == "$2"* ]] || fail "$2 was expected, and came: $line"
    [[ $line == "$2-"* ]] || return 0
  done
  fail "the connection broke"
}

# Sets result: recipients a second, from the start of the load until the sinks have the last one.
fan_rate() { # SMTP port
  local before start end some=$((mails / domains))
  before=$(sinks_count)
  start=$(now)
  fan_out "$1" "$some"
  end=$(sinks_await $((before + some * domains)) 1800)
  set_result $((some * domains)) "$start" "$end"
}

p4_postfix_domains() { fan_rate "$postfix_port"; }
p4_mailroom_domains() { fan_rate "$hub_port"; }

run_p4_domains() {
  fan_prepare
  sinks_start "$domains" "$many_hops"
  postfix_start "$postfix_hop" "transport_maps = texthash:$work/postfix-routes"
  hub_start mailroom "$hub_port" "$hub_hop"
  hub_does route import "$work/mailroom-routes.csv"
  local warm_ups=8
  compare "recipients: $((mails / domains)) mails of 4 KiB for $domains domains each, one session, until the sinks have the last" \
    '>= 3' Postfix p4_postfix_domains p4_mailroom_domains
  hub_stop mailroom
  postfix_stop
  sinks_stop
  "${as_root[@]}" rm -rf "$work/mailroom" "$work/postfix"
}

with_mailboxes box $(seq -f '%.0fbox' 1 "$fan") -- run_p4_local
run_p4_domains

