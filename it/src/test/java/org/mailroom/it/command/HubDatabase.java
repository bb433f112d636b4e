package org.mailroom.it.command;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.postgres.PostgresCluster;

/**
 * What hubs keep their tables in: H2 in their data directory, or, with {@code
 * -Dit.database=postgresql}, a database each of a PostgreSQL of the tests' own, which is made when
 * the first hub needs it.
 */
public final class HubDatabase {

  private static final int PORT = PortRange.port(432);
  private static final String KIND = System.getProperty("mailroom.it.database", "h2");

  private static PostgresCluster cluster;

  private HubDatabase() {}

  /** True when hubs whose test doesn't say otherwise are on PostgreSQL. */
  public static boolean isPostgresql() {
    return switch (KIND) {
      case "h2" -> false;
      case "postgresql" -> true;
      default -> throw new AssertionError("it.database is " + KIND + ", not h2 or postgresql");
    };
  }

  /** The PostgreSQL of all tests. */
  public static synchronized PostgresCluster cluster() throws IOException {
    if (cluster == null) {
      cluster = PostgresCluster.begin(PORT);
    }
    return cluster;
  }

  /** A new database for a hub whose test doesn't say otherwise; empty when it is on H2. */
  static Optional<String> forAll() throws IOException {
    return isPostgresql() ? Optional.of(cluster().newDatabase()) : Optional.empty();
  }
}
