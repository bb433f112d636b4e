package org.mailroom.queue;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * All queued parts, in memory: what lists, counts, filters and the destination gate are answered
 * from. The broker keeps the mail; this only knows of it. It is filled by a scan at start, and kept
 * by {@link MailQueue}, which announces a part before it sends it, and by the consumers, which take
 * parts and finish them. A part that a consumer meets and the index lacks is added.
 *
 * <p>Safe for any number of threads; a part changes atomically.
 */
@Singleton
public class QueueIndex {

  private static final Comparator<QueueEntry> OLDEST_FIRST =
      Comparator.comparingLong(QueueEntry::firstQueued).thenComparing(QueueEntry::key);

  private static final Comparator<QueueEntry> FIRST_TO_END =
      Comparator.comparingLong(QueueEntry::holdEnd).thenComparing(QueueEntry::key);

  private final Map<String, QueueEntry> parts = new ConcurrentHashMap<>();
  private final Map<String, NavigableSet<QueueEntry>> waiting = new ConcurrentHashMap<>();
  private final NavigableSet<QueueEntry> endingHolds = new ConcurrentSkipListSet<>(FIRST_TO_END);
  private final Map<String, AtomicInteger> readyByHop = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> readyBySender = new ConcurrentHashMap<>();
  private final Set<String> settled = ConcurrentHashMap.newKeySet();
  private final LongAdder changes = new LongAdder();
  private final Map<QueueState, AtomicInteger> byState = new EnumMap<>(QueueState.class);

  /** An index of an empty queue. */
  public QueueIndex() {
    for (QueueState state : QueueState.values()) {
      byState.put(state, new AtomicInteger());
    }
  }

  /**
   * Puts in a part, unless a newer generation of it is known.
   *
   * @return the entry that it replaces
   */
  Optional<QueueEntry> put(QueueEntry entry) {
    QueueEntry[] before = new QueueEntry[1];
    parts.compute(
        entry.key(),
        (key, known) -> {
          before[0] = known;
          return known != null && known.generation() > entry.generation()
              ? known
              : replace(known, entry);
        });
    return Optional.ofNullable(before[0]);
  }

  /** Undoes {@link #put}, unless somebody changed the part since. */
  void withdraw(QueueEntry entry, Optional<QueueEntry> before) {
    parts.computeIfPresent(
        entry.key(), (key, known) -> known == entry ? replace(known, before.orElse(null)) : known);
  }

  /**
   * A consumer has the part.
   *
   * @return false when a newer generation or the DSN about this one is known: the message is left
   *     over from a crash
   */
  public boolean take(QueuedMail mail) {
    if (!settled.isEmpty() && settled.remove(mail.publicationId())) {
      return false;
    }
    QueueEntry taken =
        parts.compute(
            mail.key(),
            (key, known) -> {
              if (known == null || known.generation() < mail.generation()) {
                return replace(known, QueueEntry.of(mail, QueueState.IN_FLIGHT));
              }
              return known.generation() > mail.generation()
                  ? known
                  : replace(known, known.in(QueueState.IN_FLIGHT));
            });
    return taken.generation() == mail.generation();
  }

  /**
   * The consumer has done with this generation: if no newer one was published, the part is gone.
   */
  public void finish(QueuedMail mail) {
    parts.computeIfPresent(
        mail.key(),
        (key, known) -> known.generation() > mail.generation() ? known : replace(known, null));
  }

  /** The broker will deliver this generation again, or it stands where it stood. */
  public void giveBack(QueuedMail mail, QueueState state) {
    parts.computeIfPresent(
        mail.key(),
        (key, known) ->
            known.generation() == mail.generation() ? replace(known, known.in(state)) : known);
  }

  /**
   * The part has left the queue as this generation.
   *
   * @param inHand true when a consumer still has the message
   */
  void settle(QueueEntry entry, boolean inHand) {
    if (inHand) {
      settled.add(entry.publicationId());
    }
    parts.computeIfPresent(
        entry.key(),
        (key, known) -> known.generation() > entry.generation() ? known : replace(known, null));
  }

  /** Forgets everything: the queue is read anew. */
  void clear() {
    parts.keySet().forEach(key -> parts.computeIfPresent(key, (k, known) -> replace(known, null)));
  }

  /**
   * The broker makes this generation of the part due at another time than it was published with.
   *
   * @param time milliseconds since 1970
   */
  public void reschedule(QueueEntry entry, long time) {
    parts.computeIfPresent(
        entry.key(),
        (key, known) ->
            known.generation() == entry.generation() && known.state() == QueueState.DEFERRED
                ? replace(known, known.dueAt(time))
                : known);
  }

  /** All parts, in no order, as they are while they are read. */
  public Stream<QueueEntry> entries() {
    return parts.values().stream();
  }

  /** The part of this key: queue id / part. */
  public Optional<QueueEntry> find(String key) {
    return Optional.ofNullable(parts.get(key));
  }

  /** How many parts there are. */
  public int size() {
    return parts.size();
  }

  /** Counts all changes since the hub started: another number means that something is different. */
  public long changes() {
    return changes.sum();
  }

  /** How many parts are in the state. */
  public int count(QueueState state) {
    return byState.get(state).get();
  }

  /** How many parts are in which state. */
  public Map<QueueState, Long> counts() {
    Map<QueueState, Long> counts = new EnumMap<>(QueueState.class);
    for (QueueState state : QueueState.values()) {
      counts.put(state, (long) count(state));
    }
    return counts;
  }

  /** How many parts are ready for this next hop or routing group. */
  public int ready(String nextHop) {
    return countOf(readyByHop, nextHop);
  }

  /** How many parts of this reverse-path are ready. */
  public int readyOf(String reversePath) {
    return countOf(readyBySender, reversePath);
  }

  /** How many deferred parts wait for this next hop. */
  public int waiting(String nextHop) {
    NavigableSet<QueueEntry> line = waiting.get(nextHop);
    return line == null ? 0 : line.size();
  }

  /** The deferred parts that wait for this next hop, the oldest first. */
  public Stream<QueueEntry> waitingFor(String nextHop) {
    NavigableSet<QueueEntry> line = waiting.get(nextHop);
    return line == null ? Stream.empty() : line.stream();
  }

  /** The next hops that deferred parts wait for. */
  public List<String> awaited() {
    return List.copyOf(waiting.keySet());
  }

  /**
   * The held parts whose hold is over, the first to end first.
   *
   * @param now milliseconds since 1970
   */
  public Stream<QueueEntry> holdsOver(long now) {
    return endingHolds.stream().takeWhile(entry -> entry.holdEnd() <= now);
  }

  /** Runs while the map holds the part's lock: old and new counts change together. */
  private QueueEntry replace(QueueEntry before, QueueEntry after) {
    changes.increment();
    if (before != null) {
      count(before, -1);
    }
    if (after != null) {
      count(after, 1);
    }
    return after;
  }

  private void count(QueueEntry entry, int by) {
    byState.get(entry.state()).addAndGet(by);
    switch (entry.state()) {
      case READY -> {
        add(readyByHop, entry.nextHop(), by);
        add(readyBySender, entry.reversePath(), by);
      }
      case DEFERRED -> line(entry, by > 0);
      case HELD -> endingHold(entry, by > 0);
      default -> {
        // Counted, and in no line.
      }
    }
  }

  private void endingHold(QueueEntry entry, boolean begins) {
    if (entry.holdEnd() == 0) {
      return;
    }
    if (begins) {
      endingHolds.add(entry);
    } else {
      endingHolds.remove(entry);
    }
  }

  private void line(QueueEntry entry, boolean joins) {
    waiting.compute(
        entry.nextHop(),
        (hop, line) -> {
          NavigableSet<QueueEntry> those =
              line == null ? new ConcurrentSkipListSet<>(OLDEST_FIRST) : line;
          if (joins) {
            those.add(entry);
          } else {
            those.remove(entry);
          }
          return those.isEmpty() ? null : those;
        });
  }

  private static void add(Map<String, AtomicInteger> counters, String key, int by) {
    counters.compute(
        key,
        (k, counter) -> {
          AtomicInteger count = counter == null ? new AtomicInteger() : counter;
          return count.addAndGet(by) == 0 ? null : count;
        });
  }

  private static int countOf(Map<String, AtomicInteger> counters, String key) {
    AtomicInteger count = counters.get(key);
    return count == null ? 0 : count.get();
  }
}
