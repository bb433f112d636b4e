package org.mailroom.database;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.mailroom.hub.StartStep;

/** Opens the database, or refuses the start. */
@Singleton
public class DatabaseStart implements StartStep {

  private final Database database;

  /** Opens this database. */
  @Inject
  public DatabaseStart(Database database) {
    this.database = database;
  }

  @Override
  public Moment moment() {
    return Moment.BEFORE_SCAN;
  }

  @Override
  public void run() {
    database.open();
  }
}
