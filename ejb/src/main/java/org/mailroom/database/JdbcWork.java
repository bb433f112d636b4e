package org.mailroom.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Something done by JDBC, in one database transaction, which it doesn't end. */
@FunctionalInterface
public interface JdbcWork<T> {

  /** Does it. */
  T on(Connection connection) throws SQLException;
}
