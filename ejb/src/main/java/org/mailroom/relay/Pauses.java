package org.mailroom.relay;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailroom.hub.Pause;
import org.mailroom.relay.Admission.Paused;

/**
 * The pauses of next hops and of the whole relaying. Paused mail waits for long, because the end of
 * the pause releases it; not all of it for equally long, in case nothing does.
 */
final class Pauses {

  private static final Duration PARKED = Duration.ofHours(1);
  private static final int SPREAD_SECONDS = 1800;

  private final Map<String, Pause> hops = new ConcurrentHashMap<>();
  private final AtomicInteger parked = new AtomicInteger();
  private final Clock clock;
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private volatile Pause relaying;
  private boolean allEnded;

  Pauses(Clock clock) {
    this.clock = clock;
  }

  void pause(String hop, Pause pause) {
    hops.put(hop, pause);
  }

  void resume(String hop) {
    if (hops.remove(hop) != null) {
      ended.add(hop);
    }
  }

  synchronized void pauseRelaying(Pause pause) {
    relaying = pause;
  }

  synchronized void resumeRelaying() {
    allEnded |= relaying != null;
    relaying = null;
  }

  /**
   * Those whose pause has ended since this was asked last, by a person or by itself.
   *
   * @param awaited those to name when the pause of the whole relaying has ended
   */
  synchronized Set<String> takeEnded(Collection<String> awaited) {
    if (relaying != null && !holds(relaying)) {
      resumeRelaying();
    }
    hops.forEach(
        (hop, pause) -> {
          if (!holds(pause) && hops.remove(hop, pause)) {
            ended.add(hop);
          }
        });
    Set<String> taken = new HashSet<>();
    for (String hop : Set.copyOf(ended)) {
      ended.remove(hop);
      taken.add(hop);
    }
    if (allEnded) {
      taken.addAll(awaited);
      allEnded = false;
    }
    return taken;
  }

  Optional<Pause> relayingPause() {
    return Optional.ofNullable(relaying).filter(this::holds);
  }

  Optional<Pause> pauseOf(String hop) {
    return Optional.ofNullable(hops.get(hop)).filter(this::holds);
  }

  Set<String> hops() {
    return Set.copyOf(hops.keySet());
  }

  Optional<Paused> of(String hop) {
    return relayingPause().or(() -> pauseOf(hop)).map(pause -> parking());
  }

  Optional<Paused> ofRelaying() {
    return relayingPause().map(pause -> parking());
  }

  private Paused parking() {
    int place = Math.floorMod(parked.getAndIncrement(), SPREAD_SECONDS);
    return new Paused(PARKED.plusSeconds(place));
  }

  private boolean holds(Pause pause) {
    return pause.holdsAt(clock.instant());
  }
}
