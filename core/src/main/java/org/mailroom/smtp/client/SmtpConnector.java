package org.mailroom.smtp.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Opens connections: the client's way to the network. Safe for any number of threads. */
public interface SmtpConnector {

  /**
   * A connection to {@code address}.
   *
   * @throws IOException when there is none within {@code timeout}
   */
  SmtpConnection connect(InetSocketAddress address, Duration timeout) throws IOException;
}
