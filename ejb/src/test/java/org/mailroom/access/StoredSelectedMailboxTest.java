package org.mailroom.access;

import org.junit.jupiter.api.Nested;
import org.mailroom.database.TestDatabase;
import org.mailroom.imap.SelectedMailboxContract;

/** The same on H2 and on PostgreSQL. */
class StoredSelectedMailboxTest {

  @Nested
  class OnH2 extends OnStore implements SelectedMailboxContract {
    OnH2() {
      super(TestDatabase.H2);
    }
  }

  @Nested
  class OnPostgresql extends OnStore implements SelectedMailboxContract {
    OnPostgresql() {
      super(TestDatabase.POSTGRESQL);
    }
  }
}
