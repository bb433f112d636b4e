package org.mailroom.login;

import java.nio.file.Path;
import java.time.Clock;
import org.mailroom.audit.Audit;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseHealth;
import org.mailroom.directory.Directory;

/** Makes first runs for tests of other packages. */
public final class FirstRuns {

  private FirstRuns() {}

  /** That of the hub with this data directory. */
  public static FirstRun of(Path data, Database database, Directory directory) {
    Audit audit = new Audit(database, Clock.systemUTC());
    SignInRecord record = new SignInRecord(audit, new DatabaseHealth(database, Clock.systemUTC()));
    return new FirstRun(new FirstRunFile(data), directory, record, audit, System::nanoTime);
  }
}
