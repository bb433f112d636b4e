package org.mailroom.tracking.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.hub.Opening;
import org.mailroom.settings.Settings;
import org.mailroom.tracking.TraceBacklog;

/** Removes traces that are too old, some at a time, while there is little to write. */
@Singleton
public class TraceExpiry {

  private static final Logger LOG = System.getLogger(TraceExpiry.class.getName());
  private static final int ROWS = 1_000;

  /** Events that wait: above it the writer has the database to itself. */
  private static final int BUSY = 500;

  private static final List<String> STATEMENTS =
      List.of(
          delete("trace_key", "number"),
          delete("trace_event", "number"),
          delete("trace_late", "id"),
          delete("trace_recipient", "number"));

  private final Database database;
  private final TraceBacklog backlog;
  private final Opening opening;
  private final Duration age;
  private final Clock clock;

  /** Keeps traces for as long as the settings say. */
  @Inject
  public TraceExpiry(
      Database database, TraceBacklog backlog, Opening opening, Settings settings, Clock clock) {
    this(database, backlog, opening, Duration.ofDays(settings.trackingDays()), clock);
  }

  TraceExpiry(Database database, TraceBacklog backlog, Opening opening, Duration age, Clock clock) {
    this.database = database;
    this.backlog = backlog;
    this.opening = opening;
    this.age = age;
    this.clock = clock;
  }

  /** Removes what is too old now, until there is nothing more of it or the hub is busy. */
  public void expire() {
    if (!opening.isOpen()) {
      return;
    }
    try {
      long before = IdNumber.at(clock.instant().minus(age));
      for (String statement : STATEMENTS) {
        int removed = ROWS;
        while (removed == ROWS && backlog.size() < BUSY) {
          removed = database.byJdbc(connection -> remove(connection, statement, before));
        }
      }
    } catch (DatabaseException e) {
      LOG.log(Level.WARNING, "Old traces stay for now: " + e.getMessage());
    }
  }

  private static int remove(Connection connection, String sql, long before) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, before);
      return statement.executeUpdate();
    }
  }

  private static String delete(String table, String key) {
    return "delete from %1$s where %2$s in (select %2$s from %1$s where %2$s < ? order by %2$s"
            .formatted(table, key)
        + " fetch first "
        + ROWS
        + " rows only)";
  }
}
