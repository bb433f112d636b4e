package org.mailroom.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The tables: scripts in {@code migration/}, each applied once, in their order. */
final class Schema {

  private static final Logger LOG = System.getLogger(Schema.class.getName());
  private static final String SCRIPTS = "classpath:org/mailroom/database/migration";

  /** What makes a column compare by its octets: ranges of it are prefixes. */
  private static final String BINARY = "binary";

  /** Has the sequence of ids go on behind those that are there. */
  private static final String RESTART = "restart_message_content_ids";

  private static final String NEXT = "(select coalesce(max(id), 0) + 50 from message_content)";

  private static final Map<String, String> H2 =
      Map.of(BINARY, "", RESTART, "alter sequence message_content_ids restart with " + NEXT);
  private static final Map<String, String> POSTGRESQL =
      Map.of(
          BINARY,
          "collate \"C\"",
          RESTART,
          "select setval('message_content_ids', " + NEXT + ", false)");

  private final Flyway flyway;

  Schema(DataSource source) {
    flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(source)
            .locations(SCRIPTS)
            .failOnMissingLocations(true)
            .placeholders(placeholders(source))
            .load();
  }

  /** What the databases say each in a way of its own. */
  private static Map<String, String> placeholders(DataSource source) {
    try (Connection connection = source.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
          ? POSTGRESQL
          : H2;
    } catch (SQLException e) {
      throw new DatabaseException("The database can't be reached: " + OneLine.of(e));
    }
  }

  /**
   * Brings the tables up to date.
   *
   * @throws DatabaseException when they are newer than this hub, or a script fails
   */
  void bringUpToDate() {
    try {
      refuseNewer();
      int applied = flyway.migrate().migrationsExecuted;
      if (applied > 0) {
        LOG.log(Level.INFO, "Changed the schema of the database by " + applied + " scripts");
      }
    } catch (FlywayException e) {
      LOG.log(Level.DEBUG, "Flyway's words", e);
      throw new DatabaseException(
          "The schema of the database can't be brought up to date: " + OneLine.of(e));
    }
  }

  private void refuseNewer() {
    Optional<MigrationInfo> newer =
        Arrays.stream(flyway.info().all())
            .filter(script -> script.getState() == MigrationState.FUTURE_SUCCESS)
            .reduce((earlier, later) -> later);
    if (newer.isPresent()) {
      throw new DatabaseException(
          "The database has the schema "
              + newer.get().getVersion()
              + " of a later Mailroom, and this one knows "
              + known()
              + ": start the later one, or restore a backup from before it");
    }
  }

  private String known() {
    return Arrays.stream(flyway.info().all())
        .filter(script -> script.getState() != MigrationState.FUTURE_SUCCESS)
        .reduce((earlier, later) -> later)
        .map(script -> script.getVersion().toString())
        .orElse("none");
  }
}
