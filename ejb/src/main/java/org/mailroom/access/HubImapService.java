package org.mailroom.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.mailroom.directory.Account;
import org.mailroom.directory.Directory;
import org.mailroom.imap.ImapLimits;
import org.mailroom.imap.ImapService;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.MailboxException.Reason;
import org.mailroom.imap.UserMailboxes;
import org.mailroom.login.HubLogins;
import org.mailroom.mail.Address;
import org.mailroom.mail.Spool;
import org.mailroom.sasl.Logins;
import org.mailroom.search.TextSearch;
import org.mailroom.settings.Settings;
import org.mailroom.store.MailQuota;
import org.mailroom.store.MailboxMessages;
import org.mailroom.store.MailboxNews;
import org.mailroom.store.Mailboxes;

/** The mailboxes of the hub's people, each for a number of sessions at a time. */
@Singleton
public class HubImapService implements ImapService {

  private final Directory directory;
  private final HubLogins logins;
  private final ImapLimits limits;
  private final StoreAccess store;
  private final ConcurrentMap<Long, Integer> sessions = new ConcurrentHashMap<>();

  /** Those of the accounts in this directory. */
  @Inject
  public HubImapService(
      Settings settings,
      Directory directory,
      HubLogins logins,
      Mailboxes mailboxes,
      MailboxMessages messages,
      MailboxNews news,
      TextSearch texts,
      Spool spool) {
    this.directory = directory;
    this.logins = logins;
    this.limits = ImapLimits.DEFAULTS.withMessage(settings.messageSize());
    this.store = new StoreAccess(mailboxes, messages, news, texts, spool);
  }

  @Override
  public Logins logins() {
    return logins;
  }

  @Override
  public ImapLimits limits() {
    return limits;
  }

  @Override
  public boolean isTrusted(InetAddress peer) {
    return directory.snapshot().trusted(peer).isPresent();
  }

  @Override
  public UserMailboxes open(Address user) throws MailboxException {
    Account account =
        directory
            .snapshot()
            .account(user)
            .orElseThrow(
                () -> new MailboxException(Reason.NONEXISTENT, "This user has no mailboxes"));
    if (!enter(account.id())) {
      throw new MailboxException(Reason.LIMIT, "Too many sessions of this user");
    }
    boolean opened = false;
    try {
      StoreAccess.run(() -> store.mailboxes().open(account.id(), account.address()));
      opened = true;
      return new StoredMailboxes(
          store, account.id(), account.imapOff(), () -> quota(account), () -> leave(account.id()));
    } finally {
      if (!opened) {
        leave(account.id());
      }
    }
  }

  /** As it is now; an account that has gone meanwhile keeps its own until the session ends. */
  private MailQuota quota(Account opened) {
    Account account = directory.snapshot().account(opened.address()).orElse(opened);
    return new MailQuota(account.quotaOctets(), account.quotaMessages());
  }

  private boolean enter(long account) {
    int most = limits.connectionsPerUser();
    int[] number = new int[1];
    sessions.compute(
        account,
        (id, before) -> {
          number[0] = (before == null ? 0 : before) + 1;
          return number[0] > most ? before : Integer.valueOf(number[0]);
        });
    return number[0] <= most;
  }

  private void leave(long account) {
    sessions.computeIfPresent(account, (id, count) -> count == 1 ? null : count - 1);
  }
}
