package org.mailroom.it.ledger;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailroom.it.peer.RelayedMail;

/**
 * The account of one run: replies to each number on the one side, arrivals on the other. Safe for
 * any number of threads.
 */
public final class Ledger {

  /** What the hub said to a final dot. */
  public enum Answer {
    TAKEN,
    REFUSED,
    /** The connection was lost before the reply. */
    UNKNOWN
  }

  private final String run;
  private final int size;
  private final Map<Integer, Answer> answers = new ConcurrentHashMap<>();
  private final Map<Integer, AtomicInteger> arrivals = new ConcurrentHashMap<>();
  private final Set<Integer> damaged = ConcurrentHashMap.newKeySet();

  /** An account for mails with bodies of about {@code size} octets. */
  public Ledger(String run, int size) {
    this.run = run;
    this.size = size;
  }

  /** The mail of a number. */
  public LedgerMail mail(int number) {
    return new LedgerMail(run, number, size);
  }

  /** Notes what was answered. */
  public void answered(int number, Answer answer) {
    answers.put(number, answer);
  }

  /** Notes a mail that arrived at a next hop. */
  public void arrived(RelayedMail mail) {
    int number = LedgerMail.numberIn(run, mail.text());
    arrivals.computeIfAbsent(number, n -> new AtomicInteger()).incrementAndGet();
    if (!Arrays.equals(mail.contentAsSent(), mail(number).content())) {
      damaged.add(number);
    }
  }

  /** Numbers answered 250. */
  public Set<Integer> taken() {
    return numbersAnswered(Answer.TAKEN);
  }

  /** Answered 250 and not arrived: the promise is broken unless they are queued. */
  public Set<Integer> missing() {
    Set<Integer> missing = new TreeSet<>(taken());
    missing.removeAll(arrivals.keySet());
    return missing;
  }

  /** Refused, and arrived all the same. */
  public Set<Integer> arrivedThoughRefused() {
    Set<Integer> both = numbersAnswered(Answer.REFUSED);
    both.retainAll(arrivals.keySet());
    return both;
  }

  /** Arrived more than once, with how often. */
  public Map<Integer, Integer> duplicates() {
    Map<Integer, Integer> twice = new TreeMap<>();
    arrivals.forEach(
        (number, count) -> {
          if (count.get() > 1) {
            twice.put(number, count.get());
          }
        });
    return twice;
  }

  /** Arrived with other octets than were sent. */
  public Set<Integer> damaged() {
    return new TreeSet<>(damaged);
  }

  /** Different numbers that arrived. */
  public int arrivedCount() {
    return arrivals.size();
  }

  @Override
  public String toString() {
    return "run %s: %d taken, %d arrived, %d missing, %d duplicates"
        .formatted(run, taken().size(), arrivedCount(), missing().size(), duplicates().size());
  }

  private Set<Integer> numbersAnswered(Answer answer) {
    Set<Integer> numbers = new TreeSet<>();
    answers.forEach(
        (number, given) -> {
          if (given == answer) {
            numbers.add(number);
          }
        });
    return numbers;
  }
}
