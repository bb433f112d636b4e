package org.mailroom.store;

/**
 * How many messages are read at once: so many that a batch has some 512 KiB, as far as those before
 * tell; then what a query costs by itself is little beside what it reads, and little is in memory.
 */
final class BatchSize {

  private static final long WANTED = 512 * 1024;
  private static final int LEAST = 16;
  private static final int FIRST = 64;
  private static final int MOST = 1024;

  private int next = FIRST;

  /** Messages of the next batch. */
  int next() {
    return next;
  }

  /** Learns from a batch; the next one is at most four times as large. */
  void came(int messages, long octets) {
    long each = Math.max(1, octets / Math.max(1, messages));
    next = Math.clamp(WANTED / each, LEAST, Math.min(MOST, 4 * next));
  }
}
