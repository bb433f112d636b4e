package org.mailroom.start;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.mailroom.broker.BrokerUnavailableException;
import org.mailroom.hub.Opening;
import org.mailroom.queue.QueueAudit;

/** Has the index of the queue checked every minute, on a thread of the server's timer. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class QueueWatch {

  private static final Logger LOG = System.getLogger(QueueWatch.class.getName());

  @Inject private QueueAudit audit;
  @Inject private Opening opening;

  /** Not before the queue was read. */
  @Schedule(hour = "*", minute = "*", second = "45", persistent = false)
  void look() {
    if (!opening.isOpen()) {
      return;
    }
    try {
      audit.look();
    } catch (BrokerUnavailableException e) {
      LOG.log(Level.DEBUG, "The broker could not be compared with the index", e);
    }
  }
}
