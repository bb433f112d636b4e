# Mailroom, by bin/mailroom.

hub_environment() { # name of its folder, SMTP port, port of the next hop
  export MAILROOM_DATA=$work/$1 MAILROOM_SMTP_PORT=$2 MAILROOM_SUBMISSION_PORT=0 MAILROOM_SUBMISSIONS_PORT=0 MAILROOM_POP3_PORT=0 MAILROOM_POP3S_PORT=0 MAILROOM_IMAP_PORT=${MAILROOM_IMAP_PORT:-0} MAILROOM_IMAPS_PORT=0 MAILROOM_HTTP_PORT=$((port_base + 20))
  export MAILROOM_HTTPS_PORT=$((port_base + 21)) MAILROOM_MANAGEMENT_PORT=$((port_base + 22))
  export MAILROOM_HOSTNAME=mailroom.bench.test MAILROOM_SMART_HOST="[127.0.0.1]:$3"
  export MAILROOM_SMART_HOST_TLS=none MAILROOM_HEAP=${MAILROOM_HEAP:-1g}
}

hub_start() { # name of its folder, SMTP port, port of the next hop
  hub_environment "$@"
  "$project/bin/mailroom" start >"$work/$1.out" 2>&1 || fail "the hub: $(tail -n 5 "$work/$1.out")"
}

hub_stop() { # name of its folder
  [ ! -d "$work/$1" ] || MAILROOM_DATA=$work/$1 "$project/bin/mailroom" stop --grace 5 >/dev/null 2>&1 ||
    true
}

hub_does() { # words of bin/mailroom
  "$project/bin/mailroom" "$@" >"$work/does.out" 2>&1 || fail "mailroom $*: $(tail -n 3 "$work/does.out")"
}

# A member of the hub's status that is a number.
hub_status() { # name
  "$project/bin/mailroom" status --json | grep -o "\"$1\": *[0-9]*" | grep -o '[0-9]*$' | head -n 1
}

await_deferred() { # mails
  local deadline=$(($(now) + 3600 * 1000))
  until [ "$(hub_status deferred)" -ge "$1" ]; do
    [ "$(now)" -lt "$deadline" ] || fail "$(hub_status deferred) of $1 mails are deferred after an hour"
    sleep 1
  done
}

# Of the hub's process: its live heap after a collection, without the dead objects that this leaves
# between (what there is of each class is in the file histogram then), or a member of its status that
# is in KiB; MiB for those, octets for the heap.
hub_process() { # heap, VmRSS, VmHWM
  local pid
  pid=$(cat "$work/mailroom/lock")
  if [ "$1" = heap ]; then
    "$(dirname "$(readlink -f "/proc/$pid/exe")")/jcmd" "$pid" GC.class_histogram >"$work/histogram"
    awk '/jdk.internal.vm.Filler/ { dead += $3 } /^Total/ { printf "%.0f\n", $3 - dead }' "$work/histogram"
  else
    awk -v name="$1:" '$1 == name { printf "%.0f\n", $2 / 1024 }' "/proc/$pid/status"
  fi
}

