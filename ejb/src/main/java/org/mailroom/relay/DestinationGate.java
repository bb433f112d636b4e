package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.mailroom.routing.NextHop;
import org.mailroom.settings.Settings;

/**
 * Says whether a mail may go to its next hop now. Per hop: 5 connections, growing with success to
 * 20 for a hop found by MX and to all relay sessions for a configured one, shrinking with failure.
 * As many failures of the hop in a row as it has connections: down, and from then on one probe
 * after 5 min, doubling to 60, never longer than the retry schedule's last step.
 *
 * <p>State is in memory; a restart begins with trust. Each hop has a lock of its own.
 */
@Singleton
public class DestinationGate {

  private static final int MOST_FOR_MX = 20;
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final Map<String, Destination> destinations = new ConcurrentHashMap<>();
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
    this.lastDelay = lastDelay;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  Admission ask(NextHop hop) {
    while (true) {
      Optional<Admission> answer =
          destinations.computeIfAbsent(hop.key(), key -> destination(hop)).ask();
      if (answer.isPresent()) {
        return answer.get();
      }
    }
  }

  /** All next hops that were used lately, by name. */
  public List<DestinationStatus> snapshot() {
    return destinations.values().stream()
        .map(destination -> destination.status(clock))
        .sorted(Comparator.comparing(DestinationStatus::nextHop))
        .toList();
  }

  /** Forgets hops that nobody used for an hour, unless they are down. */
  void forgetIdle() {
    destinations.values().removeIf(destination -> destination.retireIfIdle(FORGOTTEN_AFTER));
  }

  private Destination destination(NextHop hop) {
    int most = hop.configured() ? relaySessions : Math.min(MOST_FOR_MX, relaySessions);
    return new Destination(hop.key(), hop.configured(), most, lastDelay, nanoTime);
  }
}
