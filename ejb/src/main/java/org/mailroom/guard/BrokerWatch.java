package org.mailroom.guard;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.mailroom.hub.Regularly;

/**
 * Ends the process when the broker has stopped by itself. Without it no mail can be kept, and a
 * broker that has failed to write must be read anew from its journal: that is a restart's work,
 * which loses nothing that was answered with 250.
 */
@Singleton
@Startup
public class BrokerWatch {

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Inject private Gauges gauges;
  @Inject private Regularly regularly;
  private final BrokerLife life = new BrokerLife();
  private volatile boolean stopping;

  @PostConstruct
  void begin() {
    regularly.every(SECOND, this::look);
  }

  private void look() {
    if (!stopping && life.hasDied(gauges.brokerRuns())) {
      end();
    }
  }

  /**
   * The server ends the application before the broker, which still runs then; but when the broker
   * breaks, it takes the application down with it, and would go on without either.
   */
  @PreDestroy
  void stop() {
    stopping = true;
    if (life.isBroken(gauges.brokerRuns())) {
      end();
    }
  }

  private static void end() {
    LastWords.say(
        "The broker has stopped by itself, most likely because it can't write its journal (see"
            + " the log): the hub ends, and has to be started again. Nothing that was answered"
            + " with 250 is lost.",
        PATIENCE);
  }
}
