package org.mailroom.transport;

import java.net.InetSocketAddress;

/** Is told what becomes of listeners. Safe for any number of threads. */
public interface ListenerReport {

  /**
   * The listener {@code name} takes connections at {@code address}.
   *
   * @param sessions on it, as long as it is open
   */
  void listenerOpened(String name, InetSocketAddress address, OpenSessions sessions);

  /** The listener {@code name} takes no more connections. */
  void listenerClosed(String name);

  /** The listener {@code name} could not open its port, for the reason given. */
  void listenerFailed(String name, String reason);
}
