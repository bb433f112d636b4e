package org.mailroom.directory.setup;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.store.HubDirectory;
import org.mailroom.hub.Regularly;

/** Has the directory read again when another hub on the same database has changed it. */
@Singleton
@Startup
public class DirectoryWatch {

  private static final Logger LOG = System.getLogger(DirectoryWatch.class.getName());

  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Inject private HubDirectory directory;
  @Inject private Regularly regularly;

  @PostConstruct
  void begin() {
    regularly.everyOnceOpen(PAUSE, this::look);
  }

  private void look() {
    try {
      directory.refresh();
    } catch (DatabaseException e) {
      LOG.log(Level.DEBUG, "Whether the directory was changed is not known", e);
    }
  }
}
