package org.mailroom.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mailroom.postgres.PostgresCluster;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases that tests run on: both that the hub runs on. */
public enum TestDatabase {
  H2,
  POSTGRESQL;

  /** Nobody holds a connection between two transactions: H2 would pack its file after each. */
  private static final String OPEN_BETWEEN = ";DB_CLOSE_DELAY=1";

  private static PostgresCluster cluster;

  /** A new, empty database. */
  public DataSource newSource(Path folder) {
    if (this == POSTGRESQL) {
      return newPostgres();
    }
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + folder.resolve("mailroom").toAbsolutePath() + OPEN_BETWEEN);
    source.setUser("mailroom");
    return source;
  }

  /** A new database with the hub's tables. */
  public Database open(Path folder) {
    Database database = new Database(newSource(folder));
    database.open();
    return database;
  }

  /** What a hub meets when its database is cut off. */
  public static DatabaseException cutOff() {
    return new DatabaseException("cut off", new SQLException("no answer", "08006"));
  }

  private static synchronized DataSource newPostgres() {
    try {
      if (cluster == null) {
        cluster = PostgresCluster.begin();
      }
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(cluster.newDatabase());
      source.setUser(PostgresCluster.USER);
      return source;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
