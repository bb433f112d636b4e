package org.mailroom.queue.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueState;

/**
 * The mail for one next hop.
 *
 * @param nextHop its key; for mail that was not tried yet, the routing group
 * @param counts mails by state; a state without any is missing
 * @param size octets of all contents
 * @param oldest when the mail that is longest in the queue was accepted
 * @param ages mails younger than the first of {@link #AGES}, than the second, and so on, and last
 *     those that are older than all
 */
public record QueuedFor(
    String nextHop, Map<QueueState, Long> counts, long size, Instant oldest, List<Long> ages) {

  /** Where the buckets of ages end. */
  public static final List<Duration> AGES =
      LongStream.of(5, 10, 20, 40, 80, 160, 320, 640, 1280).mapToObj(Duration::ofMinutes).toList();

  private static final long[] LIMITS = AGES.stream().mapToLong(Duration::toMillis).toArray();

  /** Keeps its own collections. */
  public QueuedFor {
    counts = Map.copyOf(counts);
    ages = List.copyOf(ages);
  }

  /** Mails in the state. */
  public long count(QueueState state) {
    return counts.getOrDefault(state, 0L);
  }

  /** Mails in all states. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Adds up the mails for one next hop. */
  static final class Tally {

    private final String nextHop;
    private final Map<QueueState, Long> counts = new EnumMap<>(QueueState.class);
    private final long[] ages = new long[LIMITS.length + 1];
    private long size;
    private long oldest = Long.MAX_VALUE;

    Tally(String nextHop) {
      this.nextHop = nextHop;
    }

    void count(QueueEntry part, long age) {
      counts.merge(part.state(), 1L, Long::sum);
      size += part.size();
      oldest = Math.min(oldest, part.firstQueued());
      int bucket = 0;
      while (bucket < LIMITS.length && age >= LIMITS[bucket]) {
        bucket++;
      }
      ages[bucket]++;
    }

    QueuedFor total() {
      return new QueuedFor(
          nextHop,
          counts,
          size,
          Instant.ofEpochMilli(oldest),
          Arrays.stream(ages).boxed().toList());
    }
  }
}
