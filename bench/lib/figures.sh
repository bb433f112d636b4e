# Rates, medians, ratios, and the record of them.

# Sets result: so many a second between two times in milliseconds.
set_result() { # mails, from, to
  local ms=$(($3 - $2))
  result=$(awk -v n="$1" -v ms="$((ms < 1 ? 1 : ms))" \
    'BEGIN { rate = n * 1000 / ms; printf rate < 100 ? "%.1f" : "%.0f", rate }')
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f\n", a / b }'; }

median() {
  sort -n | awk '{ v[NR] = $1 } END { printf "%g\n", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# Runs until two in a row differ by less than 10 %, and at least as often as the row's warm_ups say,
# as a young hub may be as slow twice; twice as often at most.
warm_up() { # name of a function that sets result, what it measures
  local last=0 least=${warm_ups:-4} i
  [ -z "${BENCH_QUICK:-}" ] || least=4
  for ((i = 1; i <= 2 * least; i++)); do
    "$1"
    say "  warm-up $i: $2 $result/s"
    if [ "$i" -ge "$least" ] && awk -v a="$last" -v b="$result" 'BEGIN { d = a - b; exit (d < 0 ? -d : d) >= 0.1 * b }'; then
      return
    fi
    last=$result
  done
}

# Adds to the table at the end of a run. The goal is about the ratio of the medians when there is a
# peer, else about the median of the hub's figures.
record() { # what, unit, goal such as ">= 6", "<= 15" or "-", peer or "-", its figures, the hub's figures
  printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$row" "$@" >>"${BENCH_RECORD:-/dev/null}"
}

# A peer, the hub and what there is without either, in turn, round by round.
compare() { # what, goal of the ratio, peer, functions that set result: its, Mailroom's [, the generator's own]
  local what=$1 goal=$2 peer=$3 round before of_peer=() of_hub=() of_nothing=()
  say "$row $what"
  warm_up "$5" Mailroom
  for ((round = 1; round <= rounds; round++)); do
    "$4"; of_peer+=("$result"); before="$peer $result/s"
    "$5"; of_hub+=("$result"); before+=", Mailroom $result/s"
    if [ $# -gt 5 ]; then "$6"; of_nothing+=("$result"); before+=", nothing between $result/s"; fi
    say "  round $round: $before"
  done
  record "$what" /s "$goal" "$peer" "${of_peer[*]}" "${of_hub[*]}"
  [ $# -le 5 ] || record 'of what the generator reaches with nothing between' /s '>= 0.3' nothing "${of_nothing[*]}" "${of_hub[*]}"
}
