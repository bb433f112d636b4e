package org.mailroom.smtp.server;

import java.time.Duration;

/**
 * The slowest that content may come, averaged from its beginning.
 *
 * @param beganMillis when it began
 * @param octetsPerSecond positive
 */
record RateFloor(long beganMillis, int octetsPerSecond) {

  /** So long a content may take beyond its rate: the client has to find it, and networks stall. */
  private static final long GRACE_MILLIS = 30_000;

  /** How long the client may still take for the next octet; negative when it was too slow. */
  Duration left(long nowMillis, long octets) {
    long allowed = GRACE_MILLIS + octets * 1000 / octetsPerSecond;
    return Duration.ofMillis(beganMillis + allowed - nowMillis);
  }
}
