package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.WaitingMail;

/**
 * Makes mail that waits come due before its time: what operators want tried, and what waits for a
 * next hop whose pause or being down has ended. The oldest first, as many at a time as the next hop
 * has room for: nobody is flooded.
 */
@Singleton
public class Releases {

  /** So few go at once, whatever the room: the gate parks those that find none. */
  private static final int FEW = 500;

  private final DestinationGate gate;
  private final QueueIndex index;
  private final WaitingMail waiting;
  private final Clock clock;
  private final Map<String, HopRelease> releases = new HashMap<>();

  /** Releases mail of the hub's queue. */
  @Inject
  public Releases(DestinationGate gate, QueueIndex index, WaitingMail waiting, Clock clock) {
    this.gate = gate;
    this.index = index;
    this.waiting = waiting;
    this.clock = clock;
  }

  /**
   * These parts are tried as soon as their next hops can take them. A next hop that is down is
   * tried at once, with the oldest of them; if it is still down, the others wait for their time as
   * before. Returns before all that.
   */
  public void retryNow(Collection<QueueEntry> parts) {
    Map<String, List<QueueEntry>> byHop =
        parts.stream().collect(Collectors.groupingBy(QueueEntry::nextHop));
    List<QueueEntry> atOnce = new ArrayList<>();
    byHop.forEach(
        (hop, those) -> {
          if (parts.size() <= FEW && gate.isWorking(hop)) {
            atOnce.addAll(those);
          } else {
            gate.tryNow(hop);
            pick(hop, those);
          }
        });
    long now = clock.millis();
    atOnce.forEach(part -> index.reschedule(part, now));
    deliver(atOnce);
  }

  /**
   * All that waits, as by {@link #retryNow}: for when the times that it waits for mean nothing any
   * more.
   */
  void retryAll() {
    retryNow(index.entries().filter(entry -> entry.state() == QueueState.DEFERRED).toList());
  }

  /**
   * Releases as many as there is room for.
   *
   * @return true while something is left to release
   */
  boolean release() {
    List<QueueEntry> next = new ArrayList<>();
    boolean more = collect(next);
    deliver(next);
    return more;
  }

  private synchronized void pick(String hop, List<QueueEntry> parts) {
    releaseOf(hop).pick(parts, clock.millis());
  }

  private synchronized boolean collect(List<QueueEntry> next) {
    long now = clock.millis();
    gate.takeReleasable(index.awaited()).forEach((hop, within) -> releaseOf(hop).all(within, now));
    Iterator<Map.Entry<String, HopRelease>> each = releases.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, HopRelease> release = each.next();
      int room = gate.room(release.getKey());
      if (room < 0) {
        release.getValue().abandon();
        each.remove();
      } else {
        next.addAll(release.getValue().next(room, now));
        if (release.getValue().isDone(now)) {
          each.remove();
        }
      }
    }
    return !releases.isEmpty();
  }

  private HopRelease releaseOf(String hop) {
    return releases.computeIfAbsent(hop, key -> new HopRelease(key, index));
  }

  private void deliver(Collection<QueueEntry> parts) {
    if (!parts.isEmpty()) {
      waiting.deliverPartsNow(parts);
    }
  }
}
