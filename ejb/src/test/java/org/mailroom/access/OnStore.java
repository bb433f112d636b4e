package org.mailroom.access;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.hub.Opening;
import org.mailroom.imap.UserMailboxes;
import org.mailroom.mail.Address;
import org.mailroom.mail.Spool;
import org.mailroom.search.CurrentIndex;
import org.mailroom.search.Filling;
import org.mailroom.search.TextSearch;
import org.mailroom.store.AccountUses;
import org.mailroom.store.Contents;
import org.mailroom.store.MailQuota;
import org.mailroom.store.MailboxMessages;
import org.mailroom.store.MailboxNews;
import org.mailroom.store.Mailboxes;

/** Lets a contract have a new account in a database for each of its tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnStore {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00.123456Z"), ZoneOffset.UTC);

  private final TestDatabase kind;
  private Database database;
  private Filling filling;
  private StoreAccess store;
  private long account;
  private UserMailboxes mailboxes;
  private MailQuota quota;

  OnStore(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeAll
  void openDatabase(@TempDir Path folder) {
    database = kind.open(folder);
    AccountUses uses = new AccountUses(database);
    MailboxNews news = new MailboxNews();
    MailboxMessages messages = new MailboxMessages(database, uses, news, CLOCK);
    CurrentIndex index = new CurrentIndex(folder.resolve("index"));
    filling = new Filling(index, new Contents(database), new Opening());
    store =
        new StoreAccess(
            new Mailboxes(database, uses, news, CLOCK),
            messages,
            news,
            new TextSearch(index, messages),
            new Spool(folder, 1000));
    store.mailboxes().open(account, Address.parse("bob@corp.test"));
  }

  @BeforeEach
  void newAccount() {
    account++;
    store.mailboxes().open(account, Address.parse("ann@corp.test"));
    quota = MailQuota.NONE;
    mailboxes = new StoredMailboxes(store, account, Set.of(), () -> quota, () -> {});
  }

  @AfterAll
  void closeDatabase() {
    database.close();
  }

  /** See the contracts. */
  public UserMailboxes mailboxes() {
    return mailboxes;
  }

  /** See the contracts. */
  public void index() throws IOException {
    filling.fill();
  }

  /** See the contracts. */
  public void allow(long octets, long messages) {
    quota = new MailQuota(octets, messages);
  }
}
