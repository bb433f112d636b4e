package org.mailroom.login;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.mailroom.transport.PeerBlock;

/**
 * Makes guessers wait without holding a thread for each: from an address that has just guessed
 * wrong, nothing is looked at for a while. Safe for any number of threads.
 */
final class GuessPace {

  private static final int MOST = 50_000;

  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<InetAddress, Long> until = new Bounded<>(MOST);

  /** Counts time by {@code nanoTime}. */
  GuessPace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** True while nobody from there is listened to. */
  boolean holds(InetAddress client) {
    lock.lock();
    try {
      Long end = until.get(PeerBlock.of(client));
      return end != null && end - nanoTime.getAsLong() > 0;
    } finally {
      lock.unlock();
    }
  }

  /** Nobody from there is listened to for so long. */
  void hold(InetAddress client, Duration delay) {
    lock.lock();
    try {
      until.put(PeerBlock.of(client), nanoTime.getAsLong() + delay.toNanos());
    } finally {
      lock.unlock();
    }
  }
}
