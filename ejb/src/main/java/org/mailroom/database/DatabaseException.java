package org.mailroom.database;

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
}
