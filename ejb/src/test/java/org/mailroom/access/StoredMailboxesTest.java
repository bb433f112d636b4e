package org.mailroom.access;

import org.junit.jupiter.api.Nested;
import org.mailroom.database.TestDatabase;
import org.mailroom.imap.UserMailboxesContract;

/** The same on H2 and on PostgreSQL. */
class StoredMailboxesTest {

  @Nested
  class OnH2 extends OnStore implements UserMailboxesContract {
    OnH2() {
      super(TestDatabase.H2);
    }
  }

  @Nested
  class OnPostgresql extends OnStore implements UserMailboxesContract {
    OnPostgresql() {
      super(TestDatabase.POSTGRESQL);
    }
  }
}
