package org.mailroom.access;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.database.TestDatabase;
import org.mailroom.imap.UserMailboxes;
import org.mailroom.imap.UserMailboxesContract;

/** The same on H2 and on PostgreSQL. */
class StoredMailboxesTest {

  /** The contract on one of them. */
  abstract static class On implements UserMailboxesContract {

    @TempDir private Path folder;
    private final TestDatabase kind;
    private StoredAccount account;

    On(TestDatabase kind) {
      this.kind = kind;
    }

    @BeforeEach
    void open() {
      account = new StoredAccount(kind, folder);
    }

    @AfterEach
    void close() {
      account.close();
    }

    @Override
    public UserMailboxes mailboxes() {
      return account.mailboxes();
    }

    @Override
    public void allow(long octets, long messages) {
      account.allow(octets, messages);
    }
  }

  @Nested
  class OnH2 extends On {
    OnH2() {
      super(TestDatabase.H2);
    }
  }

  @Nested
  class OnPostgresql extends On {
    OnPostgresql() {
      super(TestDatabase.POSTGRESQL);
    }
  }
}
