package org.mailroom.it.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailroom.it.ledger.Ledger.Answer;
import org.mailroom.it.ledger.Ledger.Sent;

/** How long mails took from their 250 to their next hop. */
public final class Waiting {

  private static final double SHARE = 0.99;
  private static final int MOST_TIMES_THE_BASELINE = 2;

  private final List<Long> nanos;

  /** Of the recipients of acknowledged mails who fit; a mail that has not come doesn't count. */
  public Waiting(Ledger ledger, Predicate<String> who) {
    nanos =
        ledger.sent().values().stream()
            .filter(sent -> sent.answer() == Answer.TAKEN)
            .flatMap(
                sent ->
                    sent.mail().recipients().stream().filter(who).map(to -> time(ledger, sent, to)))
            .flatMap(Optional::stream)
            .sorted()
            .toList();
  }

  private static Optional<Long> time(Ledger ledger, Sent sent, String recipient) {
    return ledger.arrivals(recipient).stream()
        .findFirst()
        .map(arrival -> Math.max(0, arrival.nanos() - sent.nanos()));
  }

  /** How many it is about. */
  public int count() {
    return nanos.size();
  }

  /** 99 of 100 took no longer. */
  public Duration p99() {
    if (nanos.isEmpty()) {
      throw new IllegalStateException("No mail came at all");
    }
    return Duration.ofNanos(nanos.get((int) Math.ceil(nanos.size() * SHARE) - 1));
  }

  /**
   * I9: mail for healthy destinations is not delayed by dead ones: their p99 is at most twice that
   * of a run without.
   *
   * @param floor below which times differ by the machine's noise alone
   */
  public List<String> i9(Waiting baseline, Duration floor) {
    Duration allowed = baseline.p99().multipliedBy(MOST_TIMES_THE_BASELINE);
    Duration limit = allowed.compareTo(floor) < 0 ? floor : allowed;
    return p99().compareTo(limit) <= 0
        ? List.of()
        : List.of(
            "I9: 99 %% of the mails for healthy destinations took up to %d ms, without dead ones it is %d ms"
                .formatted(p99().toMillis(), baseline.p99().toMillis()));
  }
}
