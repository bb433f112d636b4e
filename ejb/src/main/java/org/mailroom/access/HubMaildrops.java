package org.mailroom.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.Directory;
import org.mailroom.login.HubLogins;
import org.mailroom.mail.Address;
import org.mailroom.pop3.Maildrops;
import org.mailroom.pop3.Pop3Limits;
import org.mailroom.sasl.Logins;
import org.mailroom.store.MailStore;
import org.mailroom.store.Mailbox;

/** The inboxes of the hub's people as maildrops, each for one session at a time. */
@Singleton
public class HubMaildrops implements Maildrops {

  private static final Logger LOG = System.getLogger(HubMaildrops.class.getName());

  private final Directory directory;
  private final HubLogins logins;
  private final MailStore store;
  private final Set<Long> inUse = ConcurrentHashMap.newKeySet();

  /** Those of the accounts in this directory. */
  @Inject
  public HubMaildrops(Directory directory, HubLogins logins, MailStore store) {
    this.directory = directory;
    this.logins = logins;
    this.store = store;
  }

  @Override
  public Logins logins() {
    return logins;
  }

  @Override
  public Pop3Limits limits() {
    return Pop3Limits.DEFAULTS;
  }

  @Override
  public boolean isTrusted(InetAddress peer) {
    return directory.snapshot().trusted(peer).isPresent();
  }

  @Override
  public Answer open(Address user) {
    return directory
        .snapshot()
        .account(user)
        .map(account -> open(account.id()))
        .orElseGet(Answer.Refused::new);
  }

  private Answer open(long account) {
    if (!inUse.add(account)) {
      return new Answer.InUse();
    }
    boolean opened = false;
    try {
      StoredMaildrop maildrop =
          new StoredMaildrop(
              store, account, store.list(account, Mailbox.INBOX), () -> inUse.remove(account));
      opened = true;
      return new Answer.Opened(maildrop);
    } catch (DatabaseException e) {
      LOG.log(Level.WARNING, "A mailbox can't be opened: " + e.getMessage());
      return new Answer.Unavailable();
    } finally {
      if (!opened) {
        inUse.remove(account);
      }
    }
  }
}
