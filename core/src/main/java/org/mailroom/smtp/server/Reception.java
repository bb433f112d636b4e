package org.mailroom.smtp.server;

import org.mailroom.transport.ListenerReport;

/**
 * What the SMTP server needs of the hub: the message listener type of the SMTP resource adapter.
 * Safe for any number of threads.
 */
public interface Reception extends ListenerReport {

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
}
