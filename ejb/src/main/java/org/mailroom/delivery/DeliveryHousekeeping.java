package org.mailroom.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.mailroom.database.DatabaseException;
import org.mailroom.hub.Opening;
import org.mailroom.hub.Regularly;
import org.mailroom.store.AccountUses;
import org.mailroom.store.MailStore;

/** What has to happen in the store from time to time. */
@Singleton
@Startup
public class DeliveryHousekeeping {

  private static final Logger LOG = System.getLogger(DeliveryHousekeeping.class.getName());
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration CLEAN = Duration.ofHours(1);

  @Inject private AccountUses uses;
  @Inject private MailStore store;
  @Inject private Moderation moderation;
  @Inject private Opening opening;
  @Inject private Regularly regularly;

  @PostConstruct
  void begin() {
    regularly.every(LOOK, () -> whenOpen(uses::refresh));
    regularly.every(CLEAN, () -> whenOpen(store::clean));
    regularly.every(CLEAN, () -> whenOpen(moderation::clean));
  }

  /** A database that is down is no news here. */
  private void whenOpen(Runnable work) {
    if (!opening.isOpen()) {
      return;
    }
    try {
      work.run();
    } catch (DatabaseException e) {
      LOG.log(Level.DEBUG, "The store is not looked after now", e);
    }
  }
}
