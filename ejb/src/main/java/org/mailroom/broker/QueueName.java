package org.mailroom.broker;

import java.util.Locale;

/** The queues of the hub, as the broker names them. */
public enum QueueName {
  /** Ready for a next hop. */
  RELAY,
  /** Ready for local mailboxes. */
  DELIVERY,
  /** Waiting for its next attempt. Never pages; its bodies are large messages. */
  DEFERRED,
  /** Held by an operator. */
  HELD,
  /** Our own code failed on it too often. */
  DEAD;

  /** Such as {@code mailroom.relay}. */
  public String jmsName() {
    return "mailroom." + name().toLowerCase(Locale.ROOT);
  }

  /** Such as {@code jms.queue.mailroom.relay}: the broker's address and queue. */
  public String coreName() {
    return "jms.queue." + jmsName();
  }
}
