package org.mailroom.status;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.mailroom.status.Health.Check;
import org.mailroom.status.Warning.Kind;

/**
 * Tells whether the hub does its work. Anybody may ask, as often as they like: the answer is made
 * once a second at most.
 */
@Singleton
public class HealthReader {

  private static final Set<Kind> BROKER = Set.of(Kind.BROKER_STOPPED, Kind.BROKER_UNAVAILABLE);
  private static final Set<Kind> LISTENERS = Set.of(Kind.LISTENER_CLOSED);
  private static final Set<Kind> DATABASE = Set.of(Kind.DATABASE_DOWN);
  private static final Set<Kind> DISK = Set.of(Kind.DISK_FULL, Kind.DISK_EXHAUSTED);
  private static final long KEPT = Duration.ofSeconds(1).toNanos();

  private final HubStatusReader reader;
  private final LongSupplier nanoTime;
  private Health last;
  private long read;

  /** Of what the status says. */
  @Inject
  public HealthReader(HubStatusReader reader) {
    this(reader, System::nanoTime);
  }

  HealthReader(HubStatusReader reader, LongSupplier nanoTime) {
    this.reader = reader;
    this.nanoTime = nanoTime;
  }

  /** How it was a second ago, or is now. */
  public synchronized Health read() {
    long now = nanoTime.getAsLong();
    if (last == null || now - read > KEPT) {
      last = of(reader.read());
      read = now;
    }
    return last;
  }

  static Health of(HubStatus status) {
    Check broker = check("broker", status, BROKER);
    Check listeners = check("listeners", status, LISTENERS);
    boolean starting = !status.ready() && broker.up() && listeners.up();
    return new Health(
        List.of(
            starting ? new Check("listeners", false, "Not all are open yet") : listeners,
            broker,
            check("database", status, DATABASE),
            check("disk", status, DISK)));
  }

  private static Check check(String name, HubStatus status, Set<Kind> kinds) {
    String detail =
        status.warnings().stream()
            .filter(warning -> kinds.contains(warning.kind()))
            .map(Warning::toString)
            .collect(Collectors.joining("; "));
    return new Check(name, detail.isEmpty(), detail);
  }
}
