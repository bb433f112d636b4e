package org.mailroom.imap.session;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.mailroom.imap.ImapLimits;
import org.mailroom.imap.ImapService;
import org.mailroom.transport.Connection;
import org.mailroom.transport.ConnectionHandler;
import org.mailroom.transport.ConnectionLimits;

/** Serves the connections of a listener with IMAP sessions. */
public final class ImapConnectionHandler implements ConnectionHandler {

  private static final byte[] TOO_MANY =
      "* BYE [LIMIT] Too many connections, try again later\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ImapService service;
  private final boolean beginsWithTls;
  private final Clock clock;

  /**
   * Serves mailboxes.
   *
   * @param beginsWithTls when clients begin with a handshake (RFC 8314, 3.2)
   * @param clock times logins
   */
  public ImapConnectionHandler(ImapService service, boolean beginsWithTls, Clock clock) {
    this.service = service;
    this.beginsWithTls = beginsWithTls;
    this.clock = clock;
  }

  @Override
  public void serve(Connection connection) throws IOException {
    new ImapSession(connection, service, beginsWithTls, clock).run();
  }

  @Override
  public ConnectionLimits limits() {
    ImapLimits limits = service.limits();
    return new ConnectionLimits(
        limits.connections(), limits.connectionsPerAddress(), limits.connectionsPerMinute(), 0);
  }

  @Override
  public boolean isTrusted(InetAddress peer) {
    return service.isTrusted(peer);
  }

  @Override
  public byte[] refusal() {
    return beginsWithTls ? new byte[0] : TOO_MANY.clone();
  }
}
