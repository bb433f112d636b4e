package org.mailroom.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.imap.UserMailboxes;
import org.mailroom.mail.Address;
import org.mailroom.mail.Spool;
import org.mailroom.store.AccountUses;
import org.mailroom.store.MailQuota;
import org.mailroom.store.MailboxMessages;
import org.mailroom.store.MailboxNews;
import org.mailroom.store.Mailboxes;

/** An account in a new database, for the contracts. */
final class StoredAccount implements AutoCloseable {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00.123456Z"), ZoneOffset.UTC);

  private final Database database;
  private final UserMailboxes mailboxes;
  private MailQuota quota = MailQuota.NONE;

  StoredAccount(TestDatabase kind, Path folder) {
    database = kind.open(folder);
    AccountUses uses = new AccountUses(database);
    MailboxNews news = new MailboxNews();
    StoreAccess store =
        new StoreAccess(
            new Mailboxes(database, uses, news, CLOCK),
            new MailboxMessages(database, uses, news, CLOCK),
            news,
            new Spool(folder, 1000));
    store.mailboxes().open(7, Address.parse("ann@corp.test"));
    store.mailboxes().open(8, Address.parse("bob@corp.test"));
    mailboxes = new StoredMailboxes(store, 7, () -> quota, () -> {});
  }

  UserMailboxes mailboxes() {
    return mailboxes;
  }

  void allow(long octets, long messages) {
    quota = new MailQuota(octets, messages);
  }

  @Override
  public void close() {
    database.close();
  }
}
