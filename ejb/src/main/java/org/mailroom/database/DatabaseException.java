package org.mailroom.database;

import java.sql.SQLException;

/** The database can't be used; the message is for the operator, and says why. */
public class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a cause: its words are in the message, which then is the root of the matter. */
  DatabaseException(String message) {
    super(message);
  }

  DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }

  /** True when it is about the data (SQLSTATE 22 and 23): the same would be refused again. */
  public boolean isOfData() {
    return state().startsWith("22") || state().startsWith("23");
  }

  /** True when the database was not reached, or cut off (SQLSTATE 08, and PostgreSQL's 57P). */
  public boolean isOfConnection() {
    return state().startsWith("08") || state().startsWith("57P");
  }

  private String state() {
    for (Throwable e = getCause(); e != null; e = e.getCause()) {
      if (e instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }
}
