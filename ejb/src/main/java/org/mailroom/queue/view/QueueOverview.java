package org.mailroom.queue.view;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mailroom.queue.QueueState;

/**
 * How many mails are in which state.
 *
 * @param counts of every state
 * @param oldest when the mail that is longest in the queue was accepted
 */
public record QueueOverview(Map<QueueState, Long> counts, Optional<Instant> oldest) {

  /** Keeps its own map. */
  public QueueOverview {
    counts = Map.copyOf(counts);
  }

  /** Mails in the state. */
  public long count(QueueState state) {
    return counts.getOrDefault(state, 0L);
  }

  /** Mails in all states. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
