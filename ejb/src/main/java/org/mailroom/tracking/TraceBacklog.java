package org.mailroom.tracking;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.mailroom.settings.Settings;

/**
 * Events that are not yet in the database. Adding one never waits: what doesn't fit is dropped and
 * counted, and the mail log has it.
 */
@Singleton
public class TraceBacklog {

  /** Recipients in it: some seconds of the hub's full speed, and some 30 MiB. */
  static final int MOST = 30_000;

  private final BlockingQueue<TraceEvent> events = new LinkedBlockingQueue<>();
  private final int most;
  private final AtomicInteger room;
  private final AtomicLong dropped = new AtomicLong();
  private final boolean on;
  private volatile Instant lastDropped;

  /** Takes nothing when the settings turn tracking off. */
  @Inject
  public TraceBacklog(Settings settings) {
    this(settings.trackingDays() == 0 ? 0 : MOST);
  }

  /** One with room for so many recipients; 0 turns it off. */
  public TraceBacklog(int most) {
    this.most = most;
    this.on = most > 0;
    this.room = new AtomicInteger(most);
  }

  /** False when nothing is tracked. */
  public boolean isOn() {
    return on;
  }

  void add(TraceEvent event) {
    if (!on) {
      return;
    }
    if (room.addAndGet(-event.weight()) >= 0) {
      events.add(event);
    } else {
      room.addAndGet(event.weight());
      drop(1, event.time());
    }
  }

  /** The oldest events, of at most so many recipients, but one at least if there is one. */
  public List<TraceEvent> take(int most) {
    List<TraceEvent> taken = new ArrayList<>();
    int weight = 0;
    for (TraceEvent next = events.peek(); next != null; next = events.peek()) {
      if (weight > 0 && weight + next.weight() > most) {
        break;
      }
      weight += next.weight();
      taken.add(events.remove());
    }
    room.addAndGet(weight);
    return taken;
  }

  /** True when so many recipients are there, or about. */
  public boolean holds(int recipients) {
    return most - room.get() >= recipients;
  }

  /** How many events wait. */
  public int size() {
    return events.size();
  }

  /** Counts events that never come into the database. */
  public void drop(int count, Instant time) {
    dropped.addAndGet(count);
    lastDropped = time;
  }

  /** How many events the database lacks, since the start. */
  public long dropped() {
    return dropped.get();
  }

  /** When the last of them happened. */
  public Optional<Instant> lastDropped() {
    return Optional.ofNullable(lastDropped);
  }
}
