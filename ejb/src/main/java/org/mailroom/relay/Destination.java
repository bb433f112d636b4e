package org.mailroom.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.mailroom.mail.Diagnosis;
import org.mailroom.relay.Admission.Down;
import org.mailroom.relay.Admission.Full;
import org.mailroom.relay.Admission.Granted;

/**
 * What the gate knows of one next hop. Its lock is held for a few instructions, never across I/O.
 */
final class Destination {

  private static final int FIRST_CONNECTIONS = 5;
  private static final Duration SHORTEST_PARKING = Duration.ofSeconds(1);
  private static final Duration LONGEST_PARKING = Duration.ofMinutes(5);
  private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(5);
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(60);

  /** Weight of the latest mail in the average service time. */
  private static final double LATEST = 0.1;

  private final String key;
  private final boolean configured;
  private final int mostConnections;
  private final Duration longestBackOff;
  private final LongSupplier nanoTime;

  private int connections;
  private int inUse;
  private int failuresInRow;
  private boolean down;
  private boolean probing;
  private long downUntil;
  private Duration backOff;
  private Diagnosis lastError;
  private double serviceNanos = Duration.ofSeconds(1).toNanos();
  private long lineEnds;
  private long lastUsed;
  private boolean retired;

  Destination(
      String key,
      boolean configured,
      int mostConnections,
      Duration lastDelay,
      LongSupplier nanoTime) {
    this.key = key;
    this.configured = configured;
    this.mostConnections = mostConnections;
    this.longestBackOff = shorter(LONGEST_BACK_OFF, lastDelay);
    this.backOff = shorter(FIRST_BACK_OFF, longestBackOff);
    this.nanoTime = nanoTime;
    this.connections = Math.min(FIRST_CONNECTIONS, mostConnections);
    this.lineEnds = nanoTime.getAsLong();
  }

  /** Empty when the gate has forgotten this destination in the meantime and must ask another. */
  synchronized Optional<Admission> ask() {
    if (retired) {
      return Optional.empty();
    }
    long now = nanoTime.getAsLong();
    lastUsed = now;
    if (down) {
      if (probing || now - downUntil < 0) {
        return Optional.of(new Down(lastError));
      }
      probing = true;
      inUse++;
      return Optional.of(new Granted(new Slot(this, now, true)));
    }
    if (inUse >= connections) {
      return Optional.of(new Full(placeInLine(now)));
    }
    inUse++;
    return Optional.of(new Granted(new Slot(this, now, false)));
  }

  /** Waiting mails × service time ÷ connections: the line is kept as the time when it ends. */
  private Duration placeInLine(long now) {
    long start = lineEnds - now > 0 ? lineEnds : now;
    lineEnds = start + (long) (serviceNanos / connections);
    long longest = now + LONGEST_PARKING.toNanos();
    if (lineEnds - longest > 0) {
      lineEnds = longest;
    }
    Duration wait = Duration.ofNanos(lineEnds - now);
    return wait.compareTo(SHORTEST_PARKING) < 0 ? SHORTEST_PARKING : wait;
  }

  /** A configured hop grows twice as large each time: all mail goes there anyway. */
  synchronized void succeeded(long since) {
    serviceNanos += (nanoTime.getAsLong() - since - serviceNanos) * LATEST;
    failuresInRow = 0;
    down = false;
    backOff = shorter(FIRST_BACK_OFF, longestBackOff);
    connections = Math.min(mostConnections, configured ? connections * 2 : connections + 1);
  }

  synchronized void failed(Diagnosis diagnosis, boolean probe) {
    lastError = diagnosis;
    failuresInRow++;
    if (down) {
      if (probe) {
        backOff = shorter(backOff.multipliedBy(2), longestBackOff);
        downUntil = nanoTime.getAsLong() + backOff.toNanos();
      }
      return;
    }
    if (failuresInRow >= connections) {
      down = true;
      downUntil = nanoTime.getAsLong() + backOff.toNanos();
    }
    connections = Math.max(1, connections - 1);
  }

  synchronized void release(boolean probe) {
    inUse--;
    probing &= !probe;
  }

  /**
   * Forgets a destination that nobody used for this long and that there is nothing to say about.
   */
  synchronized boolean retireIfIdle(Duration unused) {
    retired |= inUse == 0 && !down && nanoTime.getAsLong() - lastUsed > unused.toNanos();
    return retired;
  }

  synchronized DestinationStatus status(Clock clock) {
    long now = nanoTime.getAsLong();
    long left = Math.max(0, downUntil - now);
    Optional<Instant> until =
        down ? Optional.of(clock.instant().plusNanos(left)) : Optional.empty();
    double line = Math.max(0, lineEnds - now) * connections / Math.max(1, serviceNanos);
    return new DestinationStatus(
        key, down, until, Math.round(line), inUse, connections, Optional.ofNullable(lastError));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
