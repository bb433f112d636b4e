package org.mailroom.queue.view;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mails whose time has not come, as the broker listed them at most five seconds ago: deferred
 * ones, and of any other queue those that the broker itself will deliver again.
 *
 * <p>A listing of 50,000 took a second, and each mail that was ever listed then held 2 KiB more of
 * heap, beside its own 5 KiB: so beyond {@link #LIMIT} there is none.
 */
final class WaitingList {

  /** So many are listed. */
  static final long LIMIT = 20_000;

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Comparator<QueueRow> BY_NEXT_ATTEMPT =
      Comparator.comparing(row -> row.nextAttempt().orElse(Instant.MIN));

  private final Map<QueueState, List<BrokerQueue>> queues;
  private final Clock clock;
  private Instant listed = Instant.MIN;
  private Optional<List<QueueRow>> rows = Optional.empty();
  private Optional<Instant> oldest = Optional.empty();

  WaitingList(Map<QueueState, List<BrokerQueue>> queues, Clock clock) {
    this.queues = queues;
    this.clock = clock;
  }

  /** By their next attempt; empty when there are too many. */
  synchronized Optional<List<QueueRow>> rows() {
    refresh();
    return rows;
  }

  /** When the oldest was accepted; of too many, when the oldest of the last list was. */
  synchronized Optional<Instant> oldest() {
    refresh();
    return oldest;
  }

  private void refresh() {
    Instant now = clock.instant();
    if (now.isBefore(listed.plus(FRESH)) && !now.isBefore(listed)) {
      return;
    }
    listed = now;
    if (queues.values().stream().flatMap(List::stream).mapToLong(BrokerQueue::waiting).sum()
        > LIMIT) {
      rows = Optional.empty();
      return;
    }
    List<QueueRow> found = new ArrayList<>();
    queues.forEach((state, ofState) -> ofState.forEach(queue -> addTo(found, state, queue)));
    found.sort(BY_NEXT_ATTEMPT);
    oldest = found.stream().flatMap(row -> row.firstQueued().stream()).min(Instant::compareTo);
    rows = Optional.of(List.copyOf(found));
  }

  private static void addTo(List<QueueRow> rows, QueueState state, BrokerQueue queue) {
    if (queue.waiting() > 0) {
      queue.listWaiting().forEach(message -> rows.add(RowReader.read(state, message)));
    }
  }
}
