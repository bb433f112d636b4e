package org.mailroom.sessions;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.transport.OpenSession;

/**
 * A session as it was a moment ago.
 *
 * @param id names it as long as the hub runs
 * @param listener by its name, such as {@code imap}
 * @param port of the client
 * @param began when it was accepted
 * @param idle since its last command
 * @param user the address of the account that has logged in
 */
public record SessionRow(
    String id,
    String listener,
    InetAddress client,
    int port,
    Instant began,
    Duration idle,
    boolean isProtected,
    Optional<String> user) {

  static SessionRow of(String listener, OpenSession session, Instant now) {
    return new SessionRow(
        session.id(),
        listener,
        session.peer().getAddress(),
        session.peer().getPort(),
        now.minus(session.age()),
        session.idleTime(),
        session.isProtected(),
        session.user());
  }
}
