package org.mailroom.database;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.mailroom.hub.Opening;
import org.mailroom.hub.Regularly;

/** Has the database asked whether it answers. */
@Singleton
@Startup
public class DatabaseWatch {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Inject private DatabaseHealth health;
  @Inject private Opening opening;
  @Inject private Regularly regularly;

  @PostConstruct
  void begin() {
    regularly.every(PAUSE, this::look);
  }

  /** Not before the start has opened it. */
  private void look() {
    if (opening.isOpen()) {
      health.ask();
    }
  }
}
