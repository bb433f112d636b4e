package org.mailroom.start;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.mailroom.broker.BrokerUnavailableException;
import org.mailroom.hub.Regularly;
import org.mailroom.queue.QueueAudit;

/** Has the index of the queue checked every minute. */
@Singleton
@Startup
public class QueueWatch {

  private static final Logger LOG = System.getLogger(QueueWatch.class.getName());

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject private QueueAudit audit;
  @Inject private Regularly regularly;

  @PostConstruct
  void begin() {
    regularly.everyOnceOpen(MINUTE, this::look);
  }

  private void look() {
    try {
      audit.look();
    } catch (BrokerUnavailableException e) {
      LOG.log(Level.DEBUG, "The broker could not be compared with the index", e);
    }
  }
}
