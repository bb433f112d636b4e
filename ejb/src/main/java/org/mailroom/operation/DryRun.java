package org.mailroom.operation;

import java.util.List;
import java.util.Map;
import org.mailroom.queue.QueueEntry;

/**
 * What an operation would do.
 *
 * @param matching parts that the filter matches
 * @param changing parts that would be changed
 * @param skipped parts that would be left as they are, by the reason
 * @param sample some of those that would be changed, the oldest first
 */
public record DryRun(
    int matching, int changing, Map<String, Integer> skipped, List<QueueEntry> sample) {

  /** Keeps its own. */
  public DryRun {
    skipped = Map.copyOf(skipped);
    sample = List.copyOf(sample);
  }
}
