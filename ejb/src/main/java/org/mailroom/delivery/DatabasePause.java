package org.mailroom.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;

/** Consumers wait here while the database is down: mail for mailboxes stays ready. */
@Singleton
public class DatabasePause {

  private static final Logger LOG = System.getLogger(DatabasePause.class.getName());

  private final BooleanSupplier answers;
  private final AtomicBoolean down = new AtomicBoolean();

  /** Asks this database. */
  @Inject
  public DatabasePause(Database database) {
    this(() -> answers(database));
  }

  DatabasePause(BooleanSupplier answers) {
    this.answers = answers;
  }

  /** What needs the database. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does this work, as soon as the database is up, and again when it went down meanwhile. A restart
   * may be over before anybody asks: work that failed by it is done once more.
   *
   * @throws DatabaseException when it fails though the database answers
   * @throws InterruptedException when the hub is stopped before
   */
  <T> T around(Work<T> work) throws IOException, InterruptedException {
    boolean again = false;
    while (true) {
      await();
      try {
        return work.run();
      } catch (DatabaseException e) {
        boolean down = begin();
        if (!down && (again || e.isOfData())) {
          throw e;
        }
        again = !down;
      }
    }
  }

  /** The database failed: true when it really is down, and whoever comes waits for it. */
  boolean begin() {
    if (answers.getAsBoolean()) {
      return false;
    }
    if (down.compareAndSet(false, true)) {
      LOG.log(Level.WARNING, "The database doesn't answer: mail for mailboxes waits for it");
    }
    return true;
  }

  /**
   * Returns when the database is up.
   *
   * @throws InterruptedException when the hub is stopped before
   */
  void await() throws InterruptedException {
    while (down.get()) {
      TimeUnit.SECONDS.sleep(1);
      if (answers.getAsBoolean() && down.compareAndSet(true, false)) {
        LOG.log(Level.INFO, "The database answers again: mail for mailboxes is filed");
      }
    }
  }

  private static boolean answers(Database database) {
    try {
      return database.read(entities -> entities.createNativeQuery("select 1").getSingleResult())
          != null;
    } catch (DatabaseException e) {
      return false;
    }
  }
}
