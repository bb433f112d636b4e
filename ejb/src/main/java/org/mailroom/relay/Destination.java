package org.mailroom.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.mailroom.hub.Pause;
import org.mailroom.mail.Diagnosis;
import org.mailroom.relay.Admission.Down;
import org.mailroom.relay.Admission.Full;
import org.mailroom.relay.Admission.Granted;

/**
 * What the gate knows of one next hop. Its lock is held for a few instructions, never across I/O.
 */
final class Destination {

  private static final int FIRST_CONNECTIONS = 5;
  private static final Duration LATELY = Duration.ofMinutes(10);
  private static final long SHORT_LINE = Duration.ofSeconds(2).toNanos();

  /** Until a hop that had no session is asked for again. */
  private static final Duration SCOUT = Duration.ofSeconds(5);

  /** Calls all that waits, whenever it comes due. */
  static final Duration ALL = Duration.ofDays(10_000);

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  /** Weight of the latest mail in the average service time. */
  private static final double LATEST = 0.1;

  private final String key;
  private final int mostConnections;
  private final Sessions sessions;
  private final BackOff backOff;
  private final Consumer<Duration> calls;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final Line line;
  private final Rate rate;

  private HopLimits limits = HopLimits.NONE;
  private int connections;
  private int inUse;
  private int failuresInRow;
  private int failuresUntilDown;
  private boolean down;
  private boolean probing;
  private long downUntil;
  private Instant since;
  private Diagnosis lastError;
  private double serviceNanos = Duration.ofSeconds(1).toNanos();
  private boolean unanswered;
  private long scoutDue;
  private long nextByRate;
  private long lastSuccess;
  private boolean hadSuccess;
  private long lastUsed;
  private boolean retired;

  /**
   * A hop that nobody has tried.
   *
   * @param mostConnections that it may grow to
   * @param longestBackOff never longer than this between two probes
   * @param calls is told, under this destination's lock, when mail that waits for it may be called
   *     before its time: all that comes due within the time given
   */
  Destination(
      String key,
      int mostConnections,
      Sessions sessions,
      Duration longestBackOff,
      Consumer<Duration> calls,
      Clock clock,
      LongSupplier nanoTime) {
    this.key = key;
    this.mostConnections = mostConnections;
    this.sessions = sessions;
    this.backOff = new BackOff(longestBackOff);
    this.calls = calls;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.connections = Math.min(FIRST_CONNECTIONS, mostConnections);
    this.since = clock.instant();
    long now = nanoTime.getAsLong();
    this.line = new Line(now);
    this.rate = new Rate(now);
    this.nextByRate = now;
    this.scoutDue = now;
    this.lastUsed = now;
  }

  synchronized void limit(HopLimits newLimits) {
    limits = newLimits;
    nextByRate = nanoTime.getAsLong();
  }

  /** Empty when the gate has forgotten this destination in the meantime and must ask another. */
  synchronized Optional<Admission> ask() {
    if (retired) {
      return Optional.empty();
    }
    long now = nanoTime.getAsLong();
    lastUsed = now;
    if (down && (probing || now - downUntil < 0)) {
      return Optional.of(new Down(lastError));
    }
    boolean proven = isProven(now);
    if (!down && (isFull() || isTooFast(now)) || !sessions.take(key, proven, inUse, now)) {
      return Optional.of(new Full());
    }
    probing = down;
    inUse++;
    rate.count(now);
    nextByRate = Math.max(0, nextByRate - now) + now + rateStep();
    return Optional.of(new Granted(new Slot(this, now, down, proven)));
  }

  /**
   * The time until it is the turn of a mail that finds this hop full. While a hop has not answered
   * anybody lately, one mail is enough to find out: the others wait far away, and are released when
   * it has. So mail for black holes does not come and go while they are not known to be down.
   */
  synchronized Duration joinLine() {
    long now = nanoTime.getAsLong();
    if (isProven(now) || rateStep() > 0) {
      return line.join(now, step());
    }
    unanswered = true;
    if (inUse > 0 || now - scoutDue < 0) {
      return line.farAway();
    }
    scoutDue = now + 2 * SCOUT.toNanos();
    return SCOUT;
  }

  /**
   * The time until it is the turn of a new mail, when this hop is full or down and the line is not
   * a short one.
   *
   * @param ready mails that stand before it
   * @param shared true when mails for others would have to wait behind it
   */
  synchronized Optional<Duration> placeInLongLine(int ready, boolean shared) {
    long now = nanoTime.getAsLong();
    if (down) {
      long untilTried = Math.max(0, downUntil - now);
      return Optional.of(line.join(now, step()).plusNanos(untilTried));
    }
    boolean slow = step() * ready > SHORT_LINE;
    return slow && shared && isFull() ? Optional.of(line.join(now, step())) : Optional.empty();
  }

  /**
   * How many mails it can take now.
   *
   * @param seats in the waiting room
   * @return negative when it is down and its time has not come
   */
  synchronized int room(int seats) {
    long now = nanoTime.getAsLong();
    if (down) {
      return probing ? 0 : now - downUntil < 0 ? -1 : 1;
    }
    int room = Math.max(0, allowed() + Math.min(seats, allowed()) - inUse);
    return rateStep() == 0 ? room : isTooFast(now) ? 0 : Math.min(1, room);
  }

  synchronized int allowedConnections() {
    return allowed();
  }

  private boolean isProven(long now) {
    return hadSuccess && now - lastSuccess < LATELY.toNanos();
  }

  private boolean isFull() {
    return inUse >= allowed();
  }

  private boolean isTooFast(long now) {
    return nextByRate - now > 0;
  }

  private int allowed() {
    return Math.min(connections, limits.maxConnections().orElse(connections));
  }

  private long step() {
    return Math.max((long) (serviceNanos / allowed()), rateStep());
  }

  private long rateStep() {
    return limits.mailsPerMinute().isPresent() ? MINUTE / limits.mailsPerMinute().getAsInt() : 0;
  }

  /**
   * The end of being down calls all that waits; so does the first answer, if somebody waits for it.
   * Mail may wait in line since before a restart, too: the first success calls what a line holds.
   */
  synchronized void succeeded(long started) {
    long now = nanoTime.getAsLong();
    serviceNanos += (now - started - serviceNanos) * LATEST;
    failuresInRow = 0;
    backOff.reset();
    connections = Math.min(mostConnections, connections + 1);
    if (down || unanswered) {
      calls.accept(ALL);
    } else if (!hadSuccess) {
      calls.accept(Line.LONGEST);
    }
    if (down) {
      down = false;
      since = clock.instant();
    }
    unanswered = false;
    hadSuccess = true;
    lastSuccess = now;
  }

  /**
   * Connections shrink while it fails, but how many failures make it down is decided at the first
   * of the row.
   */
  synchronized void failed(Diagnosis diagnosis, long started, boolean probe) {
    long now = nanoTime.getAsLong();
    serviceNanos += (now - started - serviceNanos) * LATEST;
    lastError = diagnosis;
    if (down) {
      if (probe) {
        backOff.grow();
        downUntil = now + backOff.current().toNanos();
      }
      return;
    }
    if (failuresInRow == 0) {
      failuresUntilDown = Math.max(FIRST_CONNECTIONS, connections);
    }
    failuresInRow++;
    connections = Math.max(1, connections - 1);
    if (failuresInRow >= failuresUntilDown) {
      down = true;
      failuresInRow = 0;
      downUntil = now + backOff.current().toNanos();
      since = clock.instant();
    }
  }

  synchronized void tryNow() {
    downUntil = nanoTime.getAsLong();
  }

  synchronized void release(boolean probe, boolean proven) {
    inUse--;
    probing &= !probe;
    sessions.giveBack(proven);
  }

  /**
   * Forgets a destination that nobody used for this long and that there is nothing to say about.
   */
  synchronized boolean retireIfIdle(Duration unused) {
    retired |= inUse == 0 && !down && nanoTime.getAsLong() - lastUsed > unused.toNanos();
    return retired;
  }

  synchronized DestinationStatus status(Optional<Pause> pause) {
    long now = nanoTime.getAsLong();
    return new DestinationStatus(
        key,
        pause.isPresent() ? HopState.PAUSED : state(),
        pause.map(Pause::since).orElse(since),
        pause.isPresent() ? pause.get().until() : until(now),
        pause,
        allowed(),
        inUse,
        rate.perMinute(now),
        limits,
        Optional.ofNullable(lastError));
  }

  private HopState state() {
    if (down) {
      return probing ? HopState.PROBING : HopState.DOWN;
    }
    return isFull() ? HopState.FULL : HopState.ACTIVE;
  }

  private Optional<Instant> until(long now) {
    return down
        ? Optional.of(clock.instant().plusNanos(Math.max(0, downUntil - now)))
        : Optional.empty();
  }
}
