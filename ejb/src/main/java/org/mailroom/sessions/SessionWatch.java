package org.mailroom.sessions;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.mailroom.directory.store.HubDirectory;
import org.mailroom.hub.Listeners;

/** Ends sessions as soon as their users may not log in as they did any more. */
@Singleton
@Startup
public class SessionWatch {

  @Inject private HubDirectory directory;
  @Inject private Listeners listeners;

  @PostConstruct
  void begin() {
    directory.onChange(
        (before, now) ->
            new Withdrawn(before, now, directory.snapshot()).end(listeners.sessions().values()));
  }
}
