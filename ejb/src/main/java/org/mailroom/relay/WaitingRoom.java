package org.mailroom.relay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mailroom.relay.Admission.Full;

/**
 * Where consumers with a mail for a full next hop wait a moment for a connection, so that a fast
 * hop is kept busy without parking. It has few seats: whoever finds none parks the mail and takes
 * the next, which may be for a hop that has room.
 */
final class WaitingRoom {

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Map<String, Deque<Semaphore>> sitting = new HashMap<>();
  private final int seats;
  private int taken;

  WaitingRoom(int seats) {
    this.seats = seats;
  }

  /**
   * Waits until {@code ask} answers anything but full.
   *
   * @param most seats for this hop
   * @return empty when there is no seat, or nothing came free in time
   */
  Optional<Admission> await(String hop, int most, Supplier<Admission> ask)
      throws InterruptedException {
    Semaphore bell = new Semaphore(0);
    if (!sit(hop, most, bell)) {
      return Optional.empty();
    }
    try {
      Admission answer = ask.get();
      while (answer instanceof Full) {
        if (!bell.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          return Optional.empty();
        }
        answer = ask.get();
      }
      return Optional.of(answer);
    } finally {
      standUp(hop, bell);
    }
  }

  /** A connection of the hop came free, and so did a session, which another hop may be short of. */
  synchronized void freed(String hop) {
    if (taken == 0) {
      return;
    }
    Deque<Semaphore> waiting = sitting.get(hop);
    if (waiting == null) {
      waiting = sitting.values().iterator().next();
    }
    Semaphore first = waiting.poll();
    first.release();
    waiting.add(first);
  }

  /** Seats that a hop which may have {@code most} of them could still take. */
  synchronized int free(String hop, int most) {
    Deque<Semaphore> waiting = sitting.get(hop);
    return Math.min(seats - taken, most - (waiting == null ? 0 : waiting.size()));
  }

  private synchronized boolean sit(String hop, int most, Semaphore bell) {
    if (free(hop, most) <= 0) {
      return false;
    }
    sitting.computeIfAbsent(hop, key -> new ArrayDeque<>()).add(bell);
    taken++;
    return true;
  }

  private synchronized void standUp(String hop, Semaphore bell) {
    taken--;
    Deque<Semaphore> waiting = sitting.get(hop);
    waiting.remove(bell);
    if (waiting.isEmpty()) {
      sitting.remove(hop);
    }
  }
}
