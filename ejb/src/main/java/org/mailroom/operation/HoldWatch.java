package org.mailroom.operation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.mailroom.database.DatabaseException;
import org.mailroom.hub.Regularly;

/** Has holds that are over end, within seconds. */
@Singleton
@Startup
public class HoldWatch {

  private static final Logger LOG = System.getLogger(HoldWatch.class.getName());

  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Inject private HoldEnds ends;
  @Inject private Regularly regularly;

  @PostConstruct
  void begin() {
    regularly.everyOnceOpen(PAUSE, this::look);
  }

  private void look() {
    try {
      ends.look();
    } catch (OperationException | DatabaseException e) {
      LOG.log(Level.DEBUG, "Holds that are over end later", e);
    }
  }
}
