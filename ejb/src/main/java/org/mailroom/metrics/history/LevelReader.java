package org.mailroom.metrics.history;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mailroom.guard.DiskUse;
import org.mailroom.guard.Disks;
import org.mailroom.hub.Listeners;
import org.mailroom.hub.Listeners.ListenerState;
import org.mailroom.queue.view.QueueOverview;
import org.mailroom.queue.view.QueueView;
import org.mailroom.settings.Settings;

/** Reads the levels of this moment: a look at the queue's index, the listeners and the disks. */
@Singleton
public class LevelReader {

  private final QueueView queue;
  private final Listeners listeners;
  private final Disks disks;
  private final Clock clock;

  /** Of this hub. */
  @Inject
  public LevelReader(QueueView queue, Listeners listeners, Settings settings, Clock clock) {
    this.queue = queue;
    this.listeners = listeners;
    this.disks = new Disks(settings.data());
    this.clock = clock;
  }

  /** How things stand now. */
  public Levels read() {
    QueueOverview overview = queue.overview();
    Map<String, Integer> open = new TreeMap<>();
    listeners.sessions().forEach((name, sessions) -> open.put(name, sessions.now().size()));
    List<String> closed =
        listeners.states().stream()
            .filter(state -> !state.open())
            .map(ListenerState::name)
            .toList();
    Optional<DiskUse> fullest =
        disks.uses().values().stream().max(Comparator.comparingDouble(DiskUse::used));
    return new Levels(
        overview.counts(),
        overview.oldest().map(this::age).orElse(Duration.ZERO),
        open,
        closed,
        fullest.map(DiskUse::used).orElse(0.0),
        fullest.map(DiskUse::usable).orElse(0L));
  }

  private Duration age(Instant since) {
    Duration age = Duration.between(since, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }
}
