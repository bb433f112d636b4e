package org.mailroom.guard;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Ends the process when the broker has stopped by itself. Without it no mail can be kept, and a
 * broker that has failed to write must be read anew from its journal: that is a restart's work,
 * which loses nothing that was answered with 250.
 */
@Singleton
@Startup
@Lock(LockType.WRITE)
public class BrokerWatch {

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  @Inject private Gauges gauges;
  private final BrokerLife life = new BrokerLife();
  private boolean stopping;

  /** Looks every second. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void look() {
    if (!stopping && life.hasDied(gauges.brokerRuns())) {
      LastWords.say(
          "The broker has stopped by itself, most likely because it can't write its journal (see"
              + " the log): the hub ends, and has to be started again. Nothing that was answered"
              + " with 250 is lost.",
          PATIENCE);
    }
  }

  /** The server stops, and the broker with it. */
  @PreDestroy
  void stop() {
    stopping = true;
  }
}
