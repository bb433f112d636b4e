# Dovecot, which keeps Postfix's local mail and is the peer of IMAP.

# Maildirs of virtual users, one for each local part. As Debian has it, but for what stands here:
# mail_fsync is its default too, so a mail is on the disk before it is answered.
# With a port as its argument it takes IMAP there as well, with any password.
dovecot_start() {
  local folder=$work/dovecot
  mkdir -p "$folder/mail"
  touch "$folder/log"
  "${as_root[@]}" chown mail:mail "$folder/mail"
  cat >"$folder/conf" <<CONF
instance_name = mailroom-bench
base_dir = $folder/run
state_dir = $folder/state
log_path = $folder/log
log_timestamp = "@%s.%{usecs} "
protocols = lmtp
ssl = no
first_valid_uid = 1
mail_uid = mail
mail_gid = mail
mail_location = maildir:~/Maildir
mail_fsync = optimized
passdb {
  driver = static
  args = nopassword=y
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$folder/mail/%n allow_all_users=yes
}
# Not as root: it would change its user for each mail.
service lmtp {
  user = mail
  process_min_avail = 10
  unix_listener lmtp {
    mode = 0666
  }
}
service auth {
  unix_listener auth-userdb {
    mode = 0666
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
CONF
  [ $# = 0 ] || cat >>"$folder/conf" <<CONF
protocols = lmtp imap
disable_plaintext_auth = no
login_trusted_networks = 127.0.0.0/8
mail_max_userip_connections = 20000
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = $1
  }
  inet_listener imaps {
    port = 0
  }
}
namespace inbox {
  inbox = yes
  mailbox Drafts {
    auto = create
  }
  mailbox Trash {
    auto = create
  }
}
CONF
  "${as_root[@]}" dovecot -c "$folder/conf" >"$folder/out" 2>&1 || fail "Dovecot: $(cat "$folder/out")"
}

dovecot_stop() {
  local pid tenths=0
  pid=$("${as_root[@]}" cat "$work/dovecot/run/master.pid" 2>/dev/null) || return 0
  "${as_root[@]}" kill "$pid" 2>/dev/null || return 0
  while [ -d "/proc/$pid" ] && [ "$tenths" -lt 200 ]; do
    sleep 0.1
    tenths=$((tenths + 1))
  done
}
