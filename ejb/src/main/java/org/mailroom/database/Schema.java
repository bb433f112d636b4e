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

  private final Flyway flyway;

  Schema(DataSource source) {
    flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(source)
            .locations(SCRIPTS)
            .failOnMissingLocations(true)
            .placeholders(Map.of("binary", binary(source)))
            .load();
  }

  /** What makes a column compare by its octets, as H2's always do: ranges of it are prefixes. */
  private static String binary(DataSource source) {
    try (Connection connection = source.getConnection()) {
      boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
      return postgres ? "collate \"C\"" : "";
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
