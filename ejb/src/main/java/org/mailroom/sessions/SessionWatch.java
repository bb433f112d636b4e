package org.mailroom.sessions;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.mailroom.directory.store.HubDirectory;
import org.mailroom.hub.Listeners;
import org.mailroom.hub.Opening;
import org.mailroom.hub.Regularly;

/** Ends sessions of users who may not log in as they did any more, some seconds after that. */
@Singleton
@Startup
public class SessionWatch {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Inject private HubDirectory directory;
  @Inject private Listeners listeners;
  @Inject private Opening opening;
  @Inject private Regularly regularly;

  private final Withdrawn withdrawn = new Withdrawn();

  @PostConstruct
  void begin() {
    regularly.every(PAUSE, this::look);
  }

  /** Not before the directory was read for the first time. */
  private void look() {
    if (opening.isOpen()) {
      withdrawn.end(directory.stored(), directory.snapshot(), listeners.sessions().values());
    }
  }
}
