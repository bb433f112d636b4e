package org.mailroom.smtp.server;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailroom.smtp.ReplyOctets;
import org.mailroom.transport.Connection;
import org.mailroom.transport.ConnectionHandler;
import org.mailroom.transport.ConnectionLimits;

/** Serves the connections of a listener with SMTP sessions. */
public final class SmtpConnectionHandler implements ConnectionHandler {

  private final SessionServices services;
  private final AtomicInteger open = new AtomicInteger();

  /**
   * Asks {@code reception} for its policy, so it returns only when the hub is ready to take mail.
   *
   * @param service what the listener is for
   * @param clock dates the {@code Received} field in its zone, and times sessions
   */
  public SmtpConnectionHandler(SmtpService service, Reception reception, Clock clock) {
    this.services =
        new SessionServices(
            service,
            reception,
            Objects.requireNonNull(reception.policy(), "a reception has a policy"),
            Objects.requireNonNull(clock, "sessions need a clock"),
            this::currentLimits);
  }

  @Override
  public void serve(Connection connection) throws IOException {
    open.incrementAndGet();
    try {
      new SmtpServerSession(connection, services).run();
    } finally {
      open.decrementAndGet();
    }
  }

  @Override
  public ConnectionLimits limits() {
    SmtpServerLimits limits = currentLimits();
    return new ConnectionLimits(
        limits.connections(),
        limits.connectionsPerAddress(),
        limits.connectionsPerMinute(),
        limits.reservedForTrusted());
  }

  /** When connections run short, each gets less patience, so that everybody gets one. */
  private SmtpServerLimits currentLimits() {
    SmtpServerLimits limits = services.policy().limits();
    return open.get() * 4L >= limits.connections() * 3L ? limits.overloaded() : limits;
  }

  @Override
  public boolean isTrusted(InetAddress peer) {
    return services.policy().isTrusted(peer);
  }

  @Override
  public byte[] refusal() {
    services.policy().refused(Replies.TOO_MANY_CONNECTIONS);
    return services.service().beginsWithTls()
        ? new byte[0]
        : ReplyOctets.of(Replies.TOO_MANY_CONNECTIONS);
  }
}
