package org.mailroom.it.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.mailroom.it.ledger.Ledger.Answer;
import org.mailroom.it.ledger.Ledger.Arrival;
import org.mailroom.it.ledger.Ledger.Report;
import org.mailroom.it.ledger.Ledger.Sent;

/**
 * What must be true of every run that has come to rest. Each method gives the sentences about what
 * is not; none is a good run. (I8, I9 and I10 are about a hub, its times and its log: {@code
 * Vitals}, {@link Waiting} and {@link LogAccount}.)
 */
public final class Invariants {

  /** A copy that came this long before a kill may have been in flight when it happened. */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(10);

  /** What the hub had written before it died may arrive after it. */
  private static final Duration STILL_ON_ITS_WAY = Duration.ofSeconds(2);

  private static final int SHOWN = 20;

  private final Ledger ledger;

  /** Judges a ledger. */
  public Invariants(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * All of I1 to I7.
   *
   * @throws AssertionError with the first sentences of each that is broken, and the account
   */
  public void check() {
    List<String> broken = new ArrayList<>();
    for (List<String> sentences : List.of(i1(), i2(), i3(), i4(), i5(), i6(), i7())) {
      broken.addAll(sentences.subList(0, Math.min(SHOWN, sentences.size())));
      if (sentences.size() > SHOWN) {
        broken.add("… and " + (sentences.size() - SHOWN) + " more like that");
      }
    }
    if (!broken.isEmpty()) {
      throw new AssertionError(
          String.join("\n", broken) + "\n" + Account.table(List.of(ledger.account())));
    }
  }

  /** I1: whoever was promised the mail has it, or the sender was told, or it is queued. */
  public List<String> i1() {
    List<String> broken = new ArrayList<>();
    forEach(
        Answer.TAKEN,
        sent -> {
          for (String who : sent.mail().recipients()) {
            if (Fate.of(ledger, sent.mail(), who) == Fate.LOST) {
              broken.add(
                  "I1 LOST: mail %d was answered '%s', and %s neither has it, nor was it reported, nor is it queued"
                      .formatted(sent.mail().number(), sent.reply(), who));
            }
          }
        });
    return broken;
  }

  /** I2: a mail that was refused, or was never finished, leaves nothing behind. */
  public List<String> i2() {
    List<String> broken = new ArrayList<>();
    for (Answer answer : List.of(Answer.REFUSED, Answer.UNFINISHED)) {
      forEach(
          answer,
          sent -> {
            for (String who : sent.mail().recipients()) {
              if (isThere(who)) {
                broken.add(
                    "I2: mail %d was %s, and %s %s"
                        .formatted(
                            sent.mail().number(),
                            answer == Answer.REFUSED ? "refused" : "never finished",
                            who,
                            ledger.queued().contains(who) ? "has it queued" : "heard of it"));
              }
            }
          });
    }
    return broken;
  }

  /** I3: when nobody knows whether a mail was taken, it was for all its recipients or for none. */
  public List<String> i3() {
    List<String> broken = new ArrayList<>();
    forEach(
        Answer.UNKNOWN,
        sent -> {
          List<String> expected =
              sent.mail().recipients().stream()
                  .filter(who -> !(sent.mail().reversePath().isEmpty() && LedgerSink.isGone(who)))
                  .toList();
          long there = expected.stream().filter(this::isThere).count();
          if (there > 0 && there < expected.size()) {
            broken.add(
                "I3: mail %d got no reply, and %d of its %d recipients have it, the others don't"
                    .formatted(sent.mail().number(), there, expected.size()));
          }
        });
    return broken;
  }

  /** I4: no mail came truncated, changed, mixed with another, or to somebody else. */
  public List<String> i4() {
    List<String> broken = new ArrayList<>();
    ledger.violations().forEach(sentence -> broken.add("I4: " + sentence));
    for (String who : ledger.heardOf()) {
      Sent sent = ledger.sent().get(LedgerMail.numberOf(who));
      if (sent == null || !sent.mail().recipients().contains(who)) {
        broken.add("I4: " + who + " got a mail, and nobody sent one there");
      }
    }
    return broken;
  }

  /** I5: a second copy only of what was in flight at a kill. */
  public List<String> i5() {
    List<String> broken = new ArrayList<>();
    for (String who : ledger.heardOf()) {
      List<Arrival> copies = ledger.arrivals(who);
      for (int i = 1; i < copies.size(); i++) {
        if (!wasInFlightAtAKill(copies.get(i - 1), copies.get(i))) {
          broken.add(
              "I5: %s got copy %d %d ms after the one before, and no kill was between"
                  .formatted(who, i + 1, millis(copies.get(i - 1), copies.get(i))));
        }
      }
    }
    return broken;
  }

  /** I6: nobody who has a mail is reported as failed, or is reported twice. */
  public List<String> i6() {
    List<String> broken = new ArrayList<>();
    for (String who : ledger.heardOf()) {
      List<String> failures =
          ledger.reports(who).stream()
              .filter(report -> report.action().equals("failed"))
              .map(Report::dsn)
              .distinct()
              .toList();
      if (!failures.isEmpty() && !ledger.arrivals(who).isEmpty()) {
        broken.add("I6: " + who + " has the mail, and its sender was told that it failed");
      }
      if (failures.size() > 1) {
        broken.add("I6: the sender was told of " + who + " in " + failures.size() + " DSNs");
      }
    }
    return broken;
  }

  /** I7: no DSN answers the null reverse-path. */
  public List<String> i7() {
    List<String> broken = new ArrayList<>();
    for (Sent sent : ledger.sent().values()) {
      for (String who : sent.mail().recipients()) {
        if (sent.mail().reversePath().isEmpty() && !ledger.reports(who).isEmpty()) {
          broken.add("I7: the null reverse-path was told about " + who);
        }
      }
    }
    return broken;
  }

  private boolean isThere(String who) {
    return !ledger.arrivals(who).isEmpty()
        || !ledger.reports(who).isEmpty()
        || ledger.queued().contains(who);
  }

  private boolean wasInFlightAtAKill(Arrival one, Arrival other) {
    return ledger.kills().stream()
        .anyMatch(
            kill ->
                other.nanos() - kill > 0
                    && kill - one.nanos() < IN_FLIGHT.toNanos()
                    && one.nanos() - kill < STILL_ON_ITS_WAY.toNanos());
  }

  private static long millis(Arrival one, Arrival other) {
    return Duration.ofNanos(other.nanos() - one.nanos()).toMillis();
  }

  private void forEach(Answer answer, Consumer<Sent> work) {
    new TreeMap<>(ledger.sent())
        .values().stream().filter(sent -> sent.answer() == answer).forEach(work);
  }
}
