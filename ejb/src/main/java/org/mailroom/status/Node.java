package org.mailroom.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * A hub on the database, as it last told of itself.
 *
 * @param name it gives itself towards other mail servers
 * @param version of it
 * @param since when its server was started
 * @param intake whose mail it takes
 * @param relaying whether it relays
 * @param seen when it told so, by its own clock
 */
public record Node(
    String name, String version, Instant since, Intake intake, Relaying relaying, Instant seen) {

  /** How often each hub tells of itself. */
  static final Duration BEAT = Duration.ofSeconds(15);

  /** One that misses so many beats is taken for gone. */
  private static final int MISSED = 4;

  /** Whose mail a hub takes. */
  public enum Intake {
    OPEN,
    /** That of trusted clients alone. */
    TRUSTED,
    PAUSED,
    CLOSED;

    /** As REST and texts name it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a hub relays. */
  public enum Relaying {
    RUNNING,
    PAUSED,
    STOPPED;

    /** As REST and texts name it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Needs all of them. */
  public Node {
    Objects.requireNonNull(name, "a node has a name");
    Objects.requireNonNull(version, "a node has a version");
    Objects.requireNonNull(since, "a node has a start");
    Objects.requireNonNull(intake, "a node takes mail or not");
    Objects.requireNonNull(relaying, "a node relays or not");
    Objects.requireNonNull(seen, "a node was seen");
  }

  /** False when it has not told of itself for a minute. */
  public boolean isAlive(Instant now) {
    return now.isBefore(seen.plus(BEAT.multipliedBy(MISSED)));
  }
}
