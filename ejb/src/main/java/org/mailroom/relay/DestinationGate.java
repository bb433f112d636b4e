package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.mailroom.hub.Pause;
import org.mailroom.relay.Admission.Full;
import org.mailroom.relay.Admission.Paused;
import org.mailroom.routing.NextHop;
import org.mailroom.settings.Settings;

/**
 * Says whether a mail may go to its next hop now. Per hop: 5 connections, one more with each
 * success, to 20 for a hop found by MX and to all relay sessions for a configured one, one less
 * with each failure. As many failures of the hop in a row as it had connections, at least 5: down,
 * and from then on one probe after 5 min, doubling to 60, never longer than the retry schedule's
 * last step.
 *
 * <p>State is in memory; a restart begins with trust. Whoever keeps pauses and limits sets them
 * again at start. Each hop has a lock of its own.
 */
@Singleton
public class DestinationGate {

  private static final int MOST_FOR_MX = 20;
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final Comparator<DestinationStatus> BY_NAME =
      Comparator.comparing(DestinationStatus::nextHop);

  private final Map<String, Destination> destinations = new ConcurrentHashMap<>();
  private final Map<String, HopLimits> limits = new ConcurrentHashMap<>();
  private final Pauses pauses;
  private final Sessions sessions;
  private final WaitingRoom waitingRoom;
  private final Map<String, Duration> releasable = new ConcurrentHashMap<>();
  private final GroupHops groups = new GroupHops();
  private final int relaySessions;
  private final Duration lastDelay;
  private final Clock clock;
  private final LongSupplier nanoTime;

  /** The gate of the hub. */
  @Inject
  public DestinationGate(Settings settings, Clock clock) {
    this(settings.relaySessions(), settings.retry().lastDelay(), clock, System::nanoTime);
  }

  DestinationGate(int relaySessions, Duration lastDelay, Clock clock, LongSupplier nanoTime) {
    this.relaySessions = relaySessions;
    this.sessions = new Sessions(relaySessions);
    this.waitingRoom = new WaitingRoom(Math.max(1, relaySessions / 4));
    this.pauses = new Pauses(clock);
    this.lastDelay = lastDelay;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /** The gate's answer at once. */
  Admission ask(NextHop hop) {
    Optional<Paused> paused = pauses.of(hop.key());
    if (paused.isPresent()) {
      return paused.get();
    }
    while (true) {
      Optional<Admission> answer =
          destinations.computeIfAbsent(hop.key(), key -> destination(hop)).ask();
      if (answer.isPresent()) {
        return answer.get();
      }
    }
  }

  /**
   * The gate's answer, perhaps after a moment in the waiting room.
   *
   * @param group the routing group of a mail that goes there, to recognise its next one
   */
  Admission admit(NextHop hop, String group) {
    groups.note(group, hop.key());
    Admission answer = ask(hop);
    if (!(answer instanceof Full)) {
      return answer;
    }
    int most = known(hop.key()).allowedConnections();
    try {
      return waitingRoom.await(hop.key(), most, () -> ask(hop)).orElse(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return answer;
    }
  }

  /** A slot was given back. */
  void freed(String hop) {
    waitingRoom.freed(hop);
  }

  /** The time until it is the turn of a mail that found the hop full. */
  Duration joinLine(String hop) {
    return known(hop).joinLine();
  }

  /** The next hop that the last mail of this routing group went to, if there was one lately. */
  Optional<String> hopOf(String group) {
    return groups.hopOf(group);
  }

  /**
   * The time until it is the turn of a new mail, when the hop is full or down and the line is not a
   * short one.
   *
   * @param ready mails that stand before it
   * @param others true when others' mails would have to wait behind it, whatever the hops
   */
  Optional<Duration> placeInLongLine(String hop, int ready, boolean others) {
    boolean shared = others || sessions.haveSeveralHops(nanoTime.getAsLong());
    return known(hop).placeInLongLine(ready, shared);
  }

  /**
   * How many mails for the hop can be released now; negative when none can for a longer time, since
   * it is down.
   */
  int room(String hop) {
    if (pauses.of(hop).isPresent()) {
      return 0;
    }
    Destination destination = known(hop);
    int most = destination.allowedConnections();
    return destination.room(waitingRoom.free(hop, most));
  }

  /** True when the hop is neither down nor paused. */
  boolean isWorking(String hop) {
    return switch (status(hop).state()) {
      case FULL, ACTIVE -> pauses.of(hop).isEmpty();
      case DOWN, PROBING, PAUSED -> false;
    };
  }

  /**
   * The next hops and groups whose down or pause has ended, or who have answered for the first
   * time, since this was asked last: what waits for them may be released, if it comes due within
   * the time that is given.
   *
   * @param awaited those that mail waits for
   */
  Map<String, Duration> takeReleasable(Collection<String> awaited) {
    Map<String, Duration> ended = new HashMap<>();
    pauses.takeEnded(awaited).forEach(hop -> ended.put(hop, Destination.ALL));
    for (String hop : Set.copyOf(releasable.keySet())) {
      ended.merge(hop, releasable.remove(hop), DestinationGate::longer);
    }
    Map<String, Duration> all = new HashMap<>(ended);
    ended.forEach(
        (hop, within) ->
            groups.of(hop).forEach(group -> all.merge(group, within, DestinationGate::longer)));
    return all;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** The answer to any mail while the whole relaying is paused. */
  Optional<Paused> askForAny() {
    return pauses.ofRelaying();
  }

  /** The answer to a mail that was just received, while its next hop or all relaying is paused. */
  Optional<Paused> askForNew(String hop) {
    return pauses.of(hop);
  }

  /**
   * Stops a next hop: its mail waits, and no attempt is counted. Replaces an earlier pause of it.
   * One that has ended already releases what waits, as at its end.
   *
   * @param hop the key of a next hop, known to the gate or not
   */
  public void pause(String hop, Pause pause) {
    pauses.pause(hop, pause);
  }

  /** Ends the pause of a next hop; what waits for it is released, the oldest first. */
  public void resume(String hop) {
    pauses.resume(hop);
  }

  /** Stops the whole relaying: all mail waits, and no attempt is counted. */
  public void pauseRelaying(Pause pause) {
    pauses.pauseRelaying(pause);
  }

  /** Ends the pause of the whole relaying; what waits is released, the oldest first. */
  public void resumeRelaying() {
    pauses.resumeRelaying();
  }

  /** The pause of the whole relaying, while it holds. */
  public Optional<Pause> relayingPause() {
    return pauses.relayingPause();
  }

  /** Limits a next hop; {@link HopLimits#NONE} ends that. */
  public void limit(String hop, HopLimits newLimits) {
    if (newLimits.equals(HopLimits.NONE)) {
      limits.remove(hop);
    } else {
      limits.put(hop, newLimits);
    }
    Destination destination = destinations.get(hop);
    if (destination != null) {
      destination.limit(newLimits);
    }
  }

  /** A next hop that is down is tried at the next mail. */
  public void tryNow(String key) {
    Destination destination = destinations.get(key);
    if (destination != null) {
      destination.tryNow();
    }
  }

  /** All next hops that were used lately, are paused or limited, by name. */
  public List<DestinationStatus> snapshot() {
    Set<String> keys = new TreeSet<>(destinations.keySet());
    keys.addAll(limits.keySet());
    keys.addAll(pauses.hops());
    return keys.stream().map(this::status).sorted(BY_NAME).toList();
  }

  /** The state of one next hop; of one that the gate doesn't know, as it would begin. */
  public DestinationStatus status(String hop) {
    return known(hop).status(pauses.pauseOf(hop));
  }

  /** One that the gate doesn't know is made for this question only. */
  private Destination known(String hop) {
    Destination destination = destinations.get(hop);
    return destination == null ? destination(hop, MOST_FOR_MX) : destination;
  }

  /** The routing groups whose last mail went to this hop: what was never tried is known by them. */
  public Set<String> groupsOf(String hop) {
    return groups.of(hop);
  }

  /** Forgets hops that nobody used for an hour, unless they are down. */
  void forgetIdle() {
    destinations.values().removeIf(destination -> destination.retireIfIdle(FORGOTTEN_AFTER));
  }

  private Destination destination(NextHop hop) {
    return destination(hop.key(), hop.configured() ? relaySessions : MOST_FOR_MX);
  }

  private Destination destination(String key, int most) {
    Destination made =
        new Destination(
            key,
            Math.min(most, relaySessions),
            sessions,
            lastDelay,
            within -> releasable.merge(key, within, DestinationGate::longer),
            clock,
            nanoTime);
    made.limit(limits.getOrDefault(key, HopLimits.NONE));
    return made;
  }
}
