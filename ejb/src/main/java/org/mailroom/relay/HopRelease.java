package org.mailroom.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueState;

/**
 * The release of mail that waits for one next hop: all of it, what comes due soon, or what an
 * operator picked, the oldest first, each once. For one thread at a time; times are milliseconds
 * since 1970.
 */
final class HopRelease {

  static final Comparator<QueueEntry> OLDEST_FIRST =
      Comparator.comparingLong(QueueEntry::firstQueued).thenComparing(QueueEntry::key);

  /** A consumer has taken a released mail by then, or the broker did not have it yet. */
  private static final long PATIENCE = 2_000;

  private static final int TRIES = 5;

  /** A mail that was being parked while the release began is in the queue by then. */
  private static final long LATECOMERS = 5_000;

  private record Out(QueueEntry entry, int tries, long since) {}

  private final String hop;
  private final QueueIndex index;
  private final TreeSet<QueueEntry> picked = new TreeSet<>(OLDEST_FIRST);
  private final Set<String> released = new HashSet<>();
  private final Map<String, Out> out = new HashMap<>();
  private long dueBefore;
  private long allUntil;

  HopRelease(String hop, QueueIndex index) {
    this.hop = hop;
    this.index = index;
  }

  /** Releases these, too. They show at once that they are due. */
  void pick(Collection<QueueEntry> entries, long now) {
    picked.addAll(entries);
    entries.forEach(entry -> index.reschedule(entry, now));
  }

  /** Releases all that waits and comes due within this time. */
  void all(Duration within, long now) {
    allUntil = now + LATECOMERS;
    dueBefore = Math.max(dueBefore, allUntil + within.toMillis());
  }

  /**
   * The mails to make due now.
   *
   * @param room how many the hop has room for
   */
  List<QueueEntry> next(int room, long now) {
    List<QueueEntry> next = again(now);
    int left = room - out.size();
    while (left > 0 && !picked.isEmpty()) {
      QueueEntry entry = picked.pollFirst();
      if (stillWaits(entry)) {
        release(entry, 1, now, next);
        left--;
      }
    }
    if (left > 0) {
      unreleased().limit(left).forEach(entry -> release(entry, 1, now, next));
    }
    return next;
  }

  private Stream<QueueEntry> unreleased() {
    return index
        .waitingFor(hop)
        .filter(entry -> entry.nextAttempt() < dueBefore && !released.contains(entry.key()));
  }

  /** True when nothing is left to release. */
  boolean isDone(long now) {
    return picked.isEmpty() && out.isEmpty() && now > allUntil && unreleased().findAny().isEmpty();
  }

  /** What is left waits for its time, as before. */
  void abandon() {
    picked.forEach(entry -> index.reschedule(entry, entry.nextAttempt()));
    picked.clear();
  }

  /** Released before, and nobody has taken them: perhaps they had not reached the broker. */
  private List<QueueEntry> again(long now) {
    List<QueueEntry> again = new ArrayList<>();
    for (Out each : List.copyOf(out.values())) {
      boolean gone = !stillWaits(each.entry()) || each.tries() >= TRIES;
      if (gone) {
        out.remove(each.entry().key());
      } else if (now - each.since() >= PATIENCE) {
        release(each.entry(), each.tries() + 1, now, again);
      }
    }
    return again;
  }

  private void release(QueueEntry entry, int tries, long now, List<QueueEntry> to) {
    released.add(entry.key());
    out.put(entry.key(), new Out(entry, tries, now));
    index.reschedule(entry, now);
    to.add(entry);
  }

  private boolean stillWaits(QueueEntry entry) {
    return index
        .find(entry.key())
        .filter(known -> known.generation() == entry.generation())
        .filter(known -> known.state() == QueueState.DEFERRED)
        .isPresent();
  }
}
