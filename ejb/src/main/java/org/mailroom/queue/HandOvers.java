package org.mailroom.queue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The messages that are being handed to the broker, each with a deadline: a send blocks for ever
 * while the broker's disk is full or a producer has no credits, and only an interrupt ends it. Time
 * in which the whole process stood still doesn't count: the broker could do nothing in it either.
 */
final class HandOvers {

  /** One message, or the messages of one JMS transaction, on the thread that sends them. */
  final class HandOver {

    private final Thread thread = Thread.currentThread();
    private final long began = awake;
    private boolean over;
    private boolean interrupted;

    private synchronized void interruptAfter(long nanos) {
      if (!over && !interrupted && awake - began > nanos) {
        interrupted = true;
        thread.interrupt();
      }
    }

    /** The hand-over is over, well or not: no interrupt of ours outlives it. */
    synchronized void end() {
      over = true;
      if (interrupted) {
        Thread.interrupted();
      }
      all.remove(this);
    }
  }

  /** Between two looks no more time than this has passed that counts. */
  private static final long LONGEST_STEP = Duration.ofSeconds(5).toNanos();

  private final LongSupplier nanoTime;
  private final long deadline;
  private long lastLook;
  private volatile long awake;
  private final Set<HandOver> all = ConcurrentHashMap.newKeySet();

  /** Hand-overs may each take up to {@code deadline} and the interval of {@link #endOverdue}. */
  HandOvers(Duration deadline, LongSupplier nanoTime) {
    this.deadline = deadline.toNanos();
    this.nanoTime = nanoTime;
    this.lastLook = nanoTime.getAsLong();
  }

  /** The calling thread begins to hand over. */
  HandOver begin() {
    HandOver handOver = new HandOver();
    all.add(handOver);
    return handOver;
  }

  /** Interrupts those that have taken too long. To be called every second or so. */
  synchronized void endOverdue() {
    long now = nanoTime.getAsLong();
    awake += Math.min(now - lastLook, LONGEST_STEP);
    lastLook = now;
    all.forEach(handOver -> handOver.interruptAfter(deadline));
  }
}
