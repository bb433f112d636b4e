package org.mailroom.operation;

/** An operation that is refused; the message says why, for the one who asked. */
public class OperationException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the reason. */
  public OperationException(String message) {
    super(message);
  }
}
