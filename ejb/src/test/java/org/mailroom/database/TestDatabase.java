package org.mailroom.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The databases that tests run on: both that the hub runs on. */
public enum TestDatabase {
  H2,
  POSTGRESQL;

  /** A new, empty database. */
  public DataSource newSource(Path folder) {
    if (this == POSTGRESQL) {
      return PostgresCluster.newDatabase();
    }
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + folder.resolve("mailroom").toAbsolutePath());
    source.setUser("mailroom");
    return source;
  }

  /** A new database with the hub's tables. */
  public Database open(Path folder) {
    Database database = new Database(newSource(folder));
    database.open();
    return database;
  }
}
