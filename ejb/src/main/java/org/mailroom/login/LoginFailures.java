package org.mailroom.login;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.mailroom.transport.PeerBlock;

/**
 * Remembers logins that failed, and what follows from them: each failure of an address within ten
 * minutes is answered later than the one before, and ten of them for one user from one address lock
 * that user out from there for a quarter of an hour. The user may log in from elsewhere. Safe for
 * any number of threads.
 */
final class LoginFailures {

  static final int MOST = 10;
  static final Duration WINDOW = Duration.ofMinutes(10);
  static final Duration LOCK = Duration.ofMinutes(15);

  private static final long[] DELAYS = {2, 4, 8, 15};

  /** So many users and addresses are remembered, those that failed last. */
  private static final int MOST_KEYS = 50_000;

  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<InetAddress, Deque<Long>> byAddress = new Bounded<>(MOST_KEYS);
  private final Map<Guess, Deque<Long>> byGuess = new Bounded<>(MOST_KEYS);
  private final Map<Guess, Long> lockedSince = new Bounded<>(MOST_KEYS);

  private record Guess(InetAddress block, String user) {}

  /** Counts time by {@code nanoTime}. */
  LoginFailures(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** True while this user is locked out from there. */
  boolean isLocked(InetAddress client, String user) {
    Guess guess = new Guess(PeerBlock.of(client), user);
    lock.lock();
    try {
      Long since = lockedSince.get(guess);
      boolean locked = since != null && nanoTime.getAsLong() - since < LOCK.toNanos();
      if (since != null && !locked) {
        lockedSince.remove(guess);
      }
      return locked;
    } finally {
      lock.unlock();
    }
  }

  /** Counts a failure, and says how late it is to be answered. */
  Duration count(InetAddress client, String user) {
    InetAddress block = PeerBlock.of(client);
    Guess guess = new Guess(block, user);
    lock.lock();
    try {
      long now = nanoTime.getAsLong();
      if (add(byGuess.computeIfAbsent(guess, g -> new ArrayDeque<>()), now) >= MOST) {
        byGuess.remove(guess);
        lockedSince.put(guess, now);
      }
      int failures = add(byAddress.computeIfAbsent(block, b -> new ArrayDeque<>()), now);
      return Duration.ofSeconds(DELAYS[Math.min(failures, DELAYS.length) - 1]);
    } finally {
      lock.unlock();
    }
  }

  /** The user has logged in from there. */
  void forget(InetAddress client, String user) {
    lock.lock();
    try {
      byGuess.remove(new Guess(PeerBlock.of(client), user));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Adds a time and drops those that are too old, or too many to matter; says how many there are.
   */
  private static int add(Deque<Long> times, long now) {
    times.addLast(now);
    while (times.size() > MOST || now - times.getFirst() > WINDOW.toNanos()) {
      times.removeFirst();
    }
    return times.size();
  }
}
