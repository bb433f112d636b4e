package org.mailroom.transport;

import java.io.IOException;
import java.net.InetAddress;

/** What a listener serves its connections with. Safe for any number of threads. */
public interface ConnectionHandler {

  /**
   * Holds one conversation, on a virtual thread of its own, and returns when it is over. The
   * listener closes the connection then.
   *
   * @throws IOException when the connection breaks; that is an end like others
   */
  void serve(Connection connection) throws IOException;

  /** What connections are limited to, now. */
  ConnectionLimits limits();

  /** True when the limits per address don't hold for {@code peer}. */
  boolean isTrusted(InetAddress peer);

  /** What a connection above the limits is told before it is closed; nothing where TLS is due. */
  byte[] refusal();
}
