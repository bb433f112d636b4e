package org.mailroom.sessions;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.mailroom.transport.OpenSession;

/** A session of which a test sees whether it was ended. */
final class FakeSession implements OpenSession {

  private final String id;
  private final Optional<String> user;
  private boolean ended;

  private FakeSession(String id, Optional<String> user) {
    this.id = id;
    this.user = user;
  }

  static FakeSession of(String id, String user) {
    return new FakeSession(id, Optional.of(user));
  }

  static FakeSession ofNobody(String id) {
    return new FakeSession(id, Optional.empty());
  }

  boolean isEnded() {
    return ended;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public InetSocketAddress peer() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711);
  }

  @Override
  public Duration age() {
    return Duration.ofMinutes(2);
  }

  @Override
  public Duration idleTime() {
    return Duration.ofSeconds(61);
  }

  @Override
  public boolean isProtected() {
    return true;
  }

  @Override
  public Optional<String> user() {
    return user;
  }

  @Override
  public void end() {
    ended = true;
  }
}
