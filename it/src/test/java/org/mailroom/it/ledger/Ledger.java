package org.mailroom.it.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The account of one run: what was answered to each (number, recipient), what arrived, what was
 * reported, what is still queued, and when the hub was killed. {@link Invariants} judges it. Safe
 * for any number of threads.
 */
public final class Ledger {

  /** What the sender knows of a mail. */
  public enum Answer {
    /** 2yz to the final dot. */
    TAKEN,
    /** 4yz or 5yz to the final dot. */
    REFUSED,
    /** The connection was lost after the dot, before its reply. */
    UNKNOWN,
    /** The connection was lost in the middle of the content. */
    UNFINISHED
  }

  /**
   * A mail that was sent.
   *
   * @param mail with the recipients that were accepted at RCPT only
   * @param answer to it
   * @param reply to the dot, empty when there was none
   * @param nanos {@link System#nanoTime} when that was known
   */
  public record Sent(LedgerMail mail, Answer answer, String reply, long nanos) {}

  /**
   * A copy that came.
   *
   * @param nanos when the sink was about to answer its dot
   */
  public record Arrival(long nanos) {}

  /**
   * A group of a DSN.
   *
   * @param action such as {@code failed}
   * @param dsn the Message-ID of the DSN
   */
  public record Report(String action, String dsn) {}

  private final LedgerPlan plan;
  private final Map<Integer, Sent> sent = new ConcurrentHashMap<>();
  private final Map<String, Queue<Arrival>> arrivals = new ConcurrentHashMap<>();
  private final Map<String, Queue<Report>> reports = new ConcurrentHashMap<>();
  private final Queue<String> violations = new ConcurrentLinkedQueue<>();
  private final Queue<Long> kills = new ConcurrentLinkedQueue<>();
  private final Set<String> queued = ConcurrentHashMap.newKeySet();
  private final AtomicInteger copies = new AtomicInteger();
  private volatile long lastNews = System.nanoTime();

  /** An account of the mails of a plan. */
  public Ledger(LedgerPlan plan) {
    this.plan = plan;
  }

  /** What is sent. */
  public LedgerPlan plan() {
    return plan;
  }

  /** Notes what became of a mail as its sender saw it. */
  public void answered(LedgerMail mail, Answer answer, String reply) {
    Sent before = sent.put(mail.number(), new Sent(mail, answer, reply, System.nanoTime()));
    if (before != null) {
      violations.add("The test sent the number " + mail.number() + " twice");
    }
  }

  /** Notes a copy for one recipient. */
  public void arrived(String recipient) {
    arrivals
        .computeIfAbsent(recipient, key -> new ConcurrentLinkedQueue<>())
        .add(new Arrival(System.nanoTime()));
    copies.incrementAndGet();
    lastNews = System.nanoTime();
  }

  /** Notes what a DSN says of one recipient. */
  public void reported(String recipient, Report report) {
    reports.computeIfAbsent(recipient, key -> new ConcurrentLinkedQueue<>()).add(report);
    lastNews = System.nanoTime();
  }

  /** Notes what no hub may do, as a sentence. */
  public void violated(String sentence) {
    violations.add(sentence);
  }

  /** Notes that the hub was killed just now. */
  public void killed() {
    kills.add(System.nanoTime());
  }

  /** Notes the recipients that the hub lists as queued; instead of those noted before. */
  public void queued(Collection<String> recipients) {
    queued.clear();
    queued.addAll(recipients);
  }

  /** What was sent, by number; a view, which grows with the load. */
  public Map<Integer, Sent> sent() {
    return Collections.unmodifiableMap(sent);
  }

  /** Numbers with this answer. */
  public List<Integer> answered(Answer answer) {
    return sent.values().stream()
        .filter(one -> one.answer() == answer)
        .map(one -> one.mail().number())
        .sorted()
        .toList();
  }

  /** Copies that came for a recipient, in order. */
  public List<Arrival> arrivals(String recipient) {
    return List.copyOf(arrivals.getOrDefault(recipient, new ConcurrentLinkedQueue<>()));
  }

  /** What DSNs say of a recipient, in order; a DSN that came twice is there twice. */
  public List<Report> reports(String recipient) {
    return List.copyOf(reports.getOrDefault(recipient, new ConcurrentLinkedQueue<>()));
  }

  /** Recipients that are queued, as the hub says; a view. */
  public Set<String> queued() {
    return Collections.unmodifiableSet(queued);
  }

  /** Everybody that a copy or a report came for. */
  public Set<String> heardOf() {
    Set<String> all = new java.util.TreeSet<>(arrivals.keySet());
    all.addAll(reports.keySet());
    return all;
  }

  /** What no hub may do, noted while the mails came. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /** When the hub was killed, {@link System#nanoTime}. */
  public List<Long> kills() {
    return List.copyOf(kills);
  }

  /** Copies that came so far. */
  public int copies() {
    return copies.get();
  }

  /** {@link System#nanoTime} of the last copy or report. */
  public long lastNews() {
    return lastNews;
  }

  /**
   * The first arrival after {@code since} of a mail that had been answered before it.
   *
   * @param since {@link System#nanoTime}
   */
  public Optional<Long> firstOldMailAfter(long since) {
    List<Long> found = new ArrayList<>();
    arrivals.forEach(
        (recipient, copiesOfIt) -> {
          Sent one = sent.get(LedgerMail.numberOf(recipient));
          if (one != null && one.answer() == Answer.TAKEN && one.nanos() - since < 0) {
            copiesOfIt.stream()
                .map(Arrival::nanos)
                .filter(nanos -> nanos - since > 0)
                .forEach(found::add);
          }
        });
    return found.stream().min(Long::compare);
  }

  /** The figures of the run. */
  public Account account() {
    return Account.of(this);
  }
}
