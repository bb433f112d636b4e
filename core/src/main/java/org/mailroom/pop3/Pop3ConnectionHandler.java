package org.mailroom.pop3;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import org.mailroom.transport.Connection;
import org.mailroom.transport.ConnectionHandler;
import org.mailroom.transport.ConnectionLimits;

/** Serves the connections of a listener with POP3 sessions. */
public final class Pop3ConnectionHandler implements ConnectionHandler {

  private final Maildrops maildrops;
  private final boolean beginsWithTls;
  private final Clock clock;

  /**
   * Serves maildrops.
   *
   * @param beginsWithTls when clients begin with a handshake (RFC 8314, 3.2)
   * @param clock times logins
   */
  public Pop3ConnectionHandler(Maildrops maildrops, boolean beginsWithTls, Clock clock) {
    this.maildrops = maildrops;
    this.beginsWithTls = beginsWithTls;
    this.clock = clock;
  }

  @Override
  public void serve(Connection connection) throws IOException {
    new Pop3Session(connection, maildrops, beginsWithTls, clock).run();
  }

  @Override
  public ConnectionLimits limits() {
    Pop3Limits limits = maildrops.limits();
    return new ConnectionLimits(
        limits.connections(), limits.connectionsPerAddress(), limits.connectionsPerMinute(), 0);
  }

  @Override
  public boolean isTrusted(InetAddress peer) {
    return maildrops.isTrusted(peer);
  }

  @Override
  public byte[] refusal() {
    return beginsWithTls ? new byte[0] : Answers.TOO_MANY_CONNECTIONS.octets();
  }
}
