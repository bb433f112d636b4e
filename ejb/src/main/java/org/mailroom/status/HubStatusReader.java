package org.mailroom.status;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mailroom.broker.BrokerUnavailableException;
import org.mailroom.certificate.Certificates;
import org.mailroom.database.DatabaseHealth;
import org.mailroom.guard.IntakeGuard;
import org.mailroom.guard.JournalCheck;
import org.mailroom.hub.Listeners;
import org.mailroom.hub.Listeners.ListenerState;
import org.mailroom.hub.Opening;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.view.QueueOverview;
import org.mailroom.queue.view.QueueView;
import org.mailroom.settings.Settings;
import org.mailroom.status.Warning.Kind;
import org.mailroom.tracking.store.TraceWriter;

/** Reads how the hub does. */
@Singleton
public class HubStatusReader {

  /** So long before its end people want to know of it. */
  private static final Duration CERTIFICATE_NOTICE = Duration.ofDays(14);

  private final QueueView queue;
  private final QueueIndex index;
  private final Listeners listeners;
  private final IntakeGuard guard;
  private final JournalCheck journal;
  private final Certificates certificates;
  private final DatabaseHealth database;
  private final TraceWriter traces;
  private final Opening opening;
  private final Clock clock;
  private final long listens;

  /** Looks at the queue and the listeners; {@code settings} tell how many there shall be. */
  @Inject
  public HubStatusReader(
      QueueView queue,
      QueueIndex index,
      Listeners listeners,
      IntakeGuard guard,
      JournalCheck journal,
      Certificates certificates,
      DatabaseHealth database,
      TraceWriter traces,
      Opening opening,
      Settings settings,
      Clock clock) {
    this.queue = queue;
    this.index = index;
    this.listeners = listeners;
    this.guard = guard;
    this.journal = journal;
    this.certificates = certificates;
    this.database = database;
    this.traces = traces;
    this.opening = opening;
    this.clock = clock;
    this.listens = settings.ports().mail().values().stream().filter(port -> port != 0).count();
  }

  /** How the hub does now. */
  public HubStatus read() {
    List<Warning> warnings = new ArrayList<>();
    journal.damage().stream()
        .map(text -> new Warning(Kind.JOURNAL_DAMAGED, text))
        .forEach(warnings::add);
    guard.shortages().stream().map(Warning::of).forEach(warnings::add);
    Optional<QueueOverview> queues = queues(warnings);
    List<ListenerState> states = listeners.states();
    states.stream()
        .filter(state -> !state.open())
        .map(state -> new Warning(Kind.LISTENER_CLOSED, state.name() + ", " + state.reason()))
        .forEach(warnings::add);
    certificates
        .trouble()
        .map(text -> new Warning(Kind.CERTIFICATE_KEPT, text))
        .ifPresent(warnings::add);
    ending(certificates.ends()).ifPresent(warnings::add);
    database.trouble().map(text -> new Warning(Kind.DATABASE_DOWN, text)).ifPresent(warnings::add);
    traces.trouble().map(text -> new Warning(Kind.TRACES_MISSING, text)).ifPresent(warnings::add);
    boolean open = states.size() == listens && states.stream().allMatch(ListenerState::open);
    return new HubStatus(
        open && opening.isOpen() && queues.isPresent(),
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
        queues.orElse(new QueueOverview(Map.of(), Optional.empty())),
        states,
        warnings);
  }

  private Optional<Warning> ending(Instant end) {
    return end.minus(CERTIFICATE_NOTICE).isBefore(clock.instant())
        ? Optional.of(
            new Warning(Kind.CERTIFICATE_ENDS, end.truncatedTo(ChronoUnit.SECONDS).toString()))
        : Optional.empty();
  }

  private Optional<QueueOverview> queues(List<Warning> warnings) {
    try {
      QueueOverview overview = queue.overview();
      long dead = overview.count(QueueState.DEAD);
      if (dead > 0) {
        warnings.add(new Warning(Kind.DEAD_MAIL, dead + oldestDead()));
      }
      return Optional.of(overview);
    } catch (BrokerUnavailableException e) {
      warnings.add(new Warning(Kind.BROKER_UNAVAILABLE, e.getMessage()));
      return Optional.empty();
    }
  }

  private String oldestDead() {
    OptionalLong oldest =
        index
            .entries()
            .filter(entry -> entry.state() == QueueState.DEAD)
            .mapToLong(QueueEntry::firstQueued)
            .min();
    return oldest.isPresent() ? ", the oldest of " + Instant.ofEpochMilli(oldest.getAsLong()) : "";
  }
}
