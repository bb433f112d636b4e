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
    for (Throwable e = getCause(); e != null; e = e.getCause()) {
      if (e instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
      }
    }
    return false;
  }
}
