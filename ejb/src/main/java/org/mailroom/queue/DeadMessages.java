package org.mailroom.queue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.mailroom.broker.BrokerQueue;
import org.mailroom.broker.QueueName;

/** The messages in the dead queue that are no mail: no consumer can tell one from another. */
@Singleton
public class DeadMessages {

  private final BrokerQueue dead;
  private final QueueIndex index;

  /** The dead messages of this server's broker. */
  @Inject
  public DeadMessages(QueueIndex index) {
    this.dead = new BrokerQueue(ManagementFactory.getPlatformMBeanServer(), QueueName.DEAD);
    this.index = index;
  }

  /**
   * Removes one for ever.
   *
   * @param message one that {@link QueueEntry#isReadable} says is no mail
   * @return false when it was gone
   */
  public boolean remove(QueueEntry message) {
    boolean removed = dead.remove(Long.parseLong(message.part()));
    index.withdraw(message, Optional.empty());
    return removed;
  }
}
