# PostgreSQL, in which a hub keeps its mailboxes.

postgres_do() { # program, arguments; as a user that it takes, and where that user may be
  local user=() bin
  [ "$(id -u)" != 0 ] || user=(setpriv --reuid=postgres --regid=postgres --clear-groups --)
  bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  (cd / && "${user[@]}" "$bin/$1" "${@:2}") >>"$work/postgres.out" 2>&1 ||
    fail "$1: $(tail -n 3 "$work/postgres.out")"
}

# A cluster with PostgreSQL's defaults, fsync among them, and an empty database.
postgres_start() {
  mkdir "$work/postgres"
  [ "$(id -u)" != 0 ] || chown postgres "$work/postgres"
  postgres_do initdb --pgdata="$work/postgres/data" --username=mailroom --auth=trust \
    --encoding=UTF8 --locale=C.UTF-8
  postgres_do pg_ctl --pgdata="$work/postgres/data" --log="$work/postgres/log" --wait \
    -o "-p $postgres_port -h 127.0.0.1 -c unix_socket_directories=''" start
  postgres_do createdb --host=127.0.0.1 --port="$postgres_port" --username=mailroom mailroom
}

# That of the hubs that start after it, when --postgresql was given.
postgres_if_asked() {
  [ -n "${BENCH_POSTGRESQL:-}" ] || return 0
  packages postgresql
  postgres_start
  export MAILROOM_DB_URL=jdbc:postgresql://127.0.0.1:$postgres_port/mailroom
}

postgres_stop() {
  [ -f "$work/postgres/data/postmaster.pid" ] || return 0
  postgres_do pg_ctl --pgdata="$work/postgres/data" --wait --mode=fast stop
}
