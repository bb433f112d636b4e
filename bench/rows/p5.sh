# Half of all destinations dead: the hub beside their mail, and alone. There is no Postfix here.
# Run by bench/run p5; see bench/README.md.

. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

row=P5
waiting=100000

say "$row $mails mails to 100 of 200 destinations, $waiting wait for the dead others"
# The test fails below the goal; its figures are what counts here.
"$project/mvnw" -q -f "$project/pom.xml" verify -pl it -am -Plong-faults \
  -Dit.ports=$((port_base / 1000)) -Dtest=ArchitectureTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=HalfOfTheDestinationsDeadIT -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dflow.mails=$waiting -Dflow.sites=200 -Dflow.healthy="$mails" -Dflow.rounds="$rounds" \
  -Dflow.percent=90 -Dflow.retry=5m,15m,30m -Dflow.backoff=300 -Dflow.heap=1g >"$work/p5.out" 2>&1 || true
figures=$(grep -o 'P5: .*' "$work/p5.out") || fail "$(tail -n 20 "$work/p5.out")"
say "  ${figures#P5: }"
read -r alone beside < <(sed -E 's,.* ([0-9]+)/s alone\, ([0-9]+)/s beside.*,\1 \2,' <<<"$figures")
record "relay $mails mails to 100 destinations, alone and beside $waiting mails for 100 dead ones" /s '>= 0.9' \
  alone "$alone" "$beside"
