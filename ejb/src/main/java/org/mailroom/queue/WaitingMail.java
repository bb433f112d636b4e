package org.mailroom.queue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.broker.BrokerQueue;
import org.mailroom.broker.QueueName;

/** The mail whose time has not come. */
@Singleton
public class WaitingMail {

  /** The broker looks at each waiting message once for so many ids. */
  private static final int IDS_AT_ONCE = 5000;

  private final QueueIndex index;
  private final BrokerQueue deferred;

  /** The waiting mail of this server's broker. */
  @Inject
  public WaitingMail(QueueIndex index) {
    this(index, new BrokerQueue(ManagementFactory.getPlatformMBeanServer(), QueueName.DEFERRED));
  }

  WaitingMail(QueueIndex index, BrokerQueue deferred) {
    this.index = index;
    this.deferred = deferred;
  }

  /**
   * Makes all waiting parts of these mails come due. Lives in memory: after a restart those that
   * nobody took wait for their time again.
   *
   * @param ids queue ids
   */
  public void deliverNow(Collection<String> ids) {
    Set<String> wanted = Set.copyOf(ids);
    deliverPartsNow(index.entries().filter(part -> wanted.contains(part.id())).toList());
  }

  /**
   * Makes these parts come due, if they wait; others of the same mails go on waiting. Lives in
   * memory, as {@link #deliverNow}.
   */
  public void deliverPartsNow(Collection<QueueEntry> parts) {
    List<String> ids =
        parts.stream()
            .filter(part -> part.state() == QueueState.DEFERRED)
            .map(QueueEntry::publicationId)
            .toList();
    for (int i = 0; i < ids.size(); i += IDS_AT_ONCE) {
      List<String> some = ids.subList(i, Math.min(ids.size(), i + IDS_AT_ONCE));
      deferred.deliverNow(QueueRecord.DUPLICATE_ID + " IN ('" + String.join("','", some) + "')");
    }
  }

  /** Selects these parts, and elsewhere than in the deferred queue others of the same mails. */
  public static String selector(QueueName queue, Collection<QueueEntry> parts) {
    boolean deferred = queue == QueueName.DEFERRED;
    String property = deferred ? QueueRecord.DUPLICATE_ID : QueueRecord.QUEUE_ID;
    return parts.stream()
        .map(deferred ? QueueEntry::publicationId : QueueEntry::id)
        .collect(Collectors.joining("','", property + " IN ('", "')"));
  }
}
