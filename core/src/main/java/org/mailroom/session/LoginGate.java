package org.mailroom.session;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;

/**
 * What a client may do before it has logged in to its mailbox: by which connection it may say a
 * password, how long it has, and how often it may be wrong.
 */
public final class LoginGate {

  private final SessionWire wire;
  private final InetAddress client;
  private final Clock clock;
  private final long beganMillis;
  private int failures;

  /** For a session that begins now. */
  public LoginGate(SessionWire wire, InetAddress client, Clock clock) {
    this.wire = wire;
    this.client = client;
    this.clock = clock;
    this.beganMillis = clock.millis();
  }

  /** True under TLS, and for clients on this host. */
  public boolean letsPasswordsThrough() {
    return wire.tls().isPresent() || client.isLoopbackAddress();
  }

  /**
   * What is left of the time for a login; positive, so that it can be waited for.
   *
   * @param time from the beginning of the session
   */
  public Duration timeLeft(Duration time) {
    Duration left = time.minusMillis(clock.millis() - beganMillis);
    return left.isPositive() ? left : Duration.ofMillis(1);
  }

  /**
   * A login has failed: lets the client wait, which may be for no time.
   *
   * @param most logins that may fail in a session
   * @return true when this was the last of them
   */
  public boolean deny(Duration delay, int most) throws IOException {
    if (delay.isPositive()) {
      wire.pause(delay);
    }
    failures++;
    return failures >= most;
  }
}
