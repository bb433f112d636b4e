package org.mailroom.queue.view;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import org.mailroom.broker.BrokerBean;
import org.mailroom.broker.BrokerUnavailableException;
import org.mailroom.mail.QueueId;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueState;

/** What is in the queue, as the index knows it at the moment of the question. */
@Singleton
public class QueueView {

  /** Rows of a page, at most. */
  public static final int MAX_PAGE = 1000;

  private static final Comparator<QueueEntry> OLDEST_FIRST =
      Comparator.comparingLong(QueueEntry::firstQueued).thenComparing(QueueEntry::key);
  private static final Comparator<QueueEntry> SOONEST_FIRST =
      Comparator.comparingLong(QueueEntry::nextAttempt).thenComparing(OLDEST_FIRST);

  private final QueueIndex index;
  private final Clock clock;
  private final BrokerBean broker;

  /** Shows the hub's queue; the disk is this server's broker's. */
  @Inject
  public QueueView(QueueIndex index, Clock clock) {
    this(index, clock, ManagementFactory.getPlatformMBeanServer());
  }

  QueueView(QueueIndex index, Clock clock, MBeanServer server) {
    this.index = index;
    this.clock = clock;
    this.broker = new BrokerBean(server, BrokerBean.BROKER);
  }

  /** How many mails are in which state, and since when. */
  public QueueOverview overview() {
    OptionalLong oldest = index.entries().mapToLong(QueueEntry::firstQueued).min();
    return new QueueOverview(
        index.counts(),
        oldest.isPresent()
            ? Optional.of(Instant.ofEpochMilli(oldest.getAsLong()))
            : Optional.empty());
  }

  /** The same, of the mails that a filter wants. */
  public QueueOverview overview(Predicate<QueueEntry> wanted) {
    Map<QueueState, Long> counts = new EnumMap<>(QueueState.class);
    long oldest = Long.MAX_VALUE;
    for (QueueEntry part : (Iterable<QueueEntry>) index.entries().filter(wanted)::iterator) {
      counts.merge(part.state(), 1L, Long::sum);
      oldest = Math.min(oldest, part.firstQueued());
    }
    return new QueueOverview(
        counts, counts.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest)));
  }

  /**
   * Some mails of a state, deferred ones by their next attempt, or of all states: the oldest first.
   *
   * @param page counted from 1
   * @param size 1 to {@link #MAX_PAGE}
   * @throws IllegalArgumentException for other numbers
   */
  public QueuePage page(Optional<QueueState> state, int page, int size) {
    return page(part -> true, state, page, size);
  }

  /** The same, of the mails that a filter wants. */
  public QueuePage page(
      Predicate<QueueEntry> wanted, Optional<QueueState> state, int page, int size) {
    Predicate<QueueEntry> there = part -> state.isEmpty() || part.state() == state.get();
    boolean bySoonest = state.equals(Optional.of(QueueState.DEFERRED));
    return page(there.and(wanted), bySoonest ? SOONEST_FIRST : OLDEST_FIRST, page, size);
  }

  /** A part as it is now, by its key (queue id / part), if it is still queued. */
  public Optional<QueueRow> find(String key) {
    return index.find(key).map(QueueRow::of);
  }

  /** How many mails that a filter wants were accepted after {@code time}. */
  public long acceptedAfter(Predicate<QueueEntry> wanted, Instant time) {
    long millis = time.toEpochMilli();
    return index.entries().filter(part -> part.firstQueued() > millis).filter(wanted).count();
  }

  /**
   * Some of the mails that a filter wants, the oldest first.
   *
   * @param page counted from 1
   * @param size 1 to {@link #MAX_PAGE}
   * @throws IllegalArgumentException for other numbers
   */
  public QueuePage page(Predicate<QueueEntry> wanted, int page, int size) {
    return page(wanted, OLDEST_FIRST, page, size);
  }

  private QueuePage page(
      Predicate<QueueEntry> wanted, Comparator<QueueEntry> order, int page, int size) {
    if (page < 1 || size < 1 || size > MAX_PAGE) {
      throw new IllegalArgumentException("A page has a number from 1, and 1 to 1000 rows");
    }
    Leading<QueueEntry> leading = new Leading<>(order, (long) page * size);
    index.entries().filter(wanted).forEach(leading::add);
    List<QueueRow> rows =
        leading.from((long) (page - 1) * size).stream().map(QueueRow::of).toList();
    return new QueuePage(page, size, leading.met(), rows);
  }

  /** How many mails wait for which next hop. */
  public Map<String, Long> waitingFor() {
    return index.awaited().stream()
        .collect(Collectors.toMap(hop -> hop, hop -> (long) index.waiting(hop)));
  }

  /** What is queued for each next hop, or for each routing group before the first attempt. */
  public Collection<QueuedFor> destinations() {
    Map<String, QueuedFor.Tally> tallies = new HashMap<>();
    long now = clock.millis();
    index
        .entries()
        .forEach(
            part ->
                tallies
                    .computeIfAbsent(part.nextHop(), QueuedFor.Tally::new)
                    .count(part, now - part.firstQueued()));
    return tallies.values().stream()
        .map(QueuedFor.Tally::total)
        .sorted(Comparator.comparing(QueuedFor::nextHop))
        .toList();
  }

  /**
   * What was answered last, by its words, what most mails wait for first.
   *
   * @param most how many different ones
   */
  public List<QueuedError> errors(int most) {
    QueuedError.Tally tally = new QueuedError.Tally();
    index.entries().forEach(tally::count);
    return tally
        .all()
        .sorted(Comparator.comparingLong(QueuedError::mails).reversed())
        .limit(most)
        .toList();
  }

  /**
   * How full the disk with the queue is: 0 to 1.
   *
   * @throws BrokerUnavailableException when the broker doesn't answer
   */
  public double diskUse() {
    return broker.number("DiskStoreUsage").doubleValue();
  }

  /** All parts of a mail, wherever they are; none for an id that is not in the queue. */
  public List<QueueRow> show(QueueId id) {
    String text = id.text();
    return index
        .entries()
        .filter(part -> part.isOf(text))
        .sorted(Comparator.comparing(QueueEntry::key))
        .map(QueueRow::of)
        .toList();
  }
}
