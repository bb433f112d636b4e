package org.mailroom.smtp.server;

import java.net.InetSocketAddress;

/**
 * What the SMTP server needs of the hub: the message listener type of the SMTP resource adapter.
 * Safe for any number of threads.
 */
public interface Reception {

  /**
   * The rules for sessions. Returns only when the hub is ready to take mail, so a listener asks
   * before it opens its port. The object is called directly, without the container, for each
   * command that needs it, and always gives the current answer.
   */
  ReceptionPolicy policy();

  /**
   * Takes a mail. {@link ReceptionOutcome.Accepted} means that it is in the synced journal for
   * every recipient. The content is the caller's to close, after the return.
   *
   * <p>An exception means that nothing was taken and the client is told 451.
   */
  ReceptionOutcome receive(ReceivedMail mail);

  /** The listener {@code name} takes connections at {@code address}. */
  void listenerOpened(String name, InetSocketAddress address);

  /** The listener {@code name} takes no more connections. */
  void listenerClosed(String name);

  /** The listener {@code name} could not open its port, for the reason given. */
  void listenerFailed(String name, String reason);
}
