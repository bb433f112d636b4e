# Postfix, from a configuration and a queue in the work folder; tuned.

postfix_start() { # port of the next hop, further lines for main.cf
  local etc=$work/postfix/etc
  mkdir -p "$etc" "$work/postfix/queue" "$work/postfix/data"
  "${as_root[@]}" chown postfix "$work/postfix/data"
  cat >"$etc/main.cf" <<CF
compatibility_level = 3.6
queue_directory = $work/postfix/queue
data_directory = $work/postfix/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = postfix.bench.test
mydestination =
alias_maps =
local_recipient_maps =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
relayhost = [127.0.0.1]:$1
disable_dns_lookups = yes
default_process_limit = 200
default_destination_concurrency_limit = 50
initial_destination_concurrency = 50
in_flow_delay = 0
smtp_tls_security_level = none
smtpd_tls_security_level = none
message_size_limit = 104857600
mailbox_size_limit = 0
CF
  printf '%s\n' "${@:2}" >>"$etc/main.cf"
  # Debian's own table, without chroot, which would want files copied into the queue folder.
  cat >"$etc/master.cf" <<CF
127.0.0.1:$postfix_port inet n - n - - smtpd
pickup    unix  n - n 60    1 pickup
cleanup   unix  n - n -     0 cleanup
qmgr      unix  n - n 300   1 qmgr
tlsmgr    unix  - - n 1000? 1 tlsmgr
rewrite   unix  - - n -     - trivial-rewrite
bounce    unix  - - n -     0 bounce
defer     unix  - - n -     0 bounce
trace     unix  - - n -     0 bounce
verify    unix  - - n -     1 verify
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n -     - proxymap
smtp      unix  - - n -     - smtp
relay     unix  - - n -     - smtp
lmtp      unix  - - n -     - lmtp
showq     unix  n - n -     - showq
error     unix  - - n -     - error
retry     unix  - - n -     - error
discard   unix  - - n -     - discard
anvil     unix  - - n -     1 anvil
scache    unix  - - n -     1 scache
CF
  "${as_root[@]}" chown -R root "$etc" "$work/postfix/queue"
  postfix_do start
  await_port "$postfix_port" 20 || fail "Postfix doesn't start: see the system's mail log"
}

postfix_do() { # start, stop, reload
  "${as_root[@]}" postfix -c "$work/postfix/etc" "$@" >"$work/postfix/out" 2>&1 ||
    fail "postfix $*: $(cat "$work/postfix/out")"
}

# New mail goes into the hold queue from now on: it is only accepted.
postfix_hold() {
  "${as_root[@]}" postconf -c "$work/postfix/etc" -e \
    "smtpd_client_restrictions = check_client_access static:HOLD"
  postfix_do reload
}

postfix_relay() {
  "${as_root[@]}" postconf -c "$work/postfix/etc" -X smtpd_client_restrictions
  postfix_do reload
}

postfix_empty() {
  "${as_root[@]}" postsuper -c "$work/postfix/etc" -d ALL >/dev/null 2>&1
}

postfix_stop() {
  local pid
  pid=$(tr -d ' ' 2>/dev/null <"$work/postfix/queue/pid/master.pid") || return 0
  [ ! -d "/proc/$pid" ] || postfix_do stop
}
