package org.mailroom.status;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.queue.view.BrokerUnavailableException;
import org.mailroom.queue.view.QueueOverview;
import org.mailroom.queue.view.QueueState;
import org.mailroom.queue.view.QueueView;
import org.mailroom.reception.Listeners;
import org.mailroom.reception.Listeners.ListenerState;
import org.mailroom.settings.Settings;
import org.mailroom.status.Warning.Kind;

/** Reads how the hub does. */
@Singleton
public class HubStatusReader {

  /** Beyond it, mail of strangers is not taken. */
  private static final double DISK_WARNING = 0.85;

  private final QueueView queue;
  private final Listeners listeners;
  private final boolean listens;

  /** Looks at the queue and the listeners; {@code settings} tell whether there shall be any. */
  @Inject
  public HubStatusReader(QueueView queue, Listeners listeners, Settings settings) {
    this.queue = queue;
    this.listeners = listeners;
    this.listens = settings.ports().smtp() != 0;
  }

  /** How the hub does now. */
  public HubStatus read() {
    List<Warning> warnings = new ArrayList<>();
    Optional<QueueOverview> queues = queues(warnings);
    List<ListenerState> states = listeners.states();
    states.stream()
        .filter(state -> !state.open())
        .map(state -> new Warning(Kind.LISTENER_CLOSED, state.name() + ", " + state.reason()))
        .forEach(warnings::add);
    boolean open = listens == !states.isEmpty() && states.stream().allMatch(ListenerState::open);
    return new HubStatus(
        open && queues.isPresent(),
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
        queues.orElse(new QueueOverview(Map.of(), Optional.empty())),
        states,
        warnings);
  }

  private Optional<QueueOverview> queues(List<Warning> warnings) {
    try {
      QueueOverview overview = queue.overview();
      double disk = queue.diskUse();
      if (disk >= DISK_WARNING) {
        warnings.add(new Warning(Kind.DISK_FULL, Math.round(disk * 100) + " %"));
      }
      long dead = overview.count(QueueState.DEAD);
      if (dead > 0) {
        warnings.add(new Warning(Kind.DEAD_MAIL, Long.toString(dead)));
      }
      return Optional.of(overview);
    } catch (BrokerUnavailableException e) {
      warnings.add(new Warning(Kind.BROKER_UNAVAILABLE, e.getMessage()));
      return Optional.empty();
    }
  }
}
