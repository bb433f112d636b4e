package org.mailroom.metrics.history;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mailroom.queue.QueueState;

/**
 * How much there is of what comes and goes.
 *
 * @param queue mails by state; a state without any may be missing
 * @param oldest age of the mail that is longest in the queue; zero without one
 * @param open sessions of each open listener, by its name
 * @param closed names of listeners that are not open
 * @param disk how full the fullest disk is: 0 to 1
 * @param free octets that may still be written there
 */
public record Levels(
    Map<QueueState, Long> queue,
    Duration oldest,
    Map<String, Integer> open,
    List<String> closed,
    double disk,
    long free) {

  /** Keeps its own collections. */
  public Levels {
    queue = Map.copyOf(queue);
    open = Map.copyOf(open);
    closed = List.copyOf(closed);
  }

  /** Mails in all states. */
  public long queued() {
    return queue.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Sessions on all listeners. */
  public long sessions() {
    return open.values().stream().mapToLong(Integer::longValue).sum();
  }
}
