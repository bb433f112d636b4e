package org.mailroom.hub;

/** The hub must not start as it is set up. Its message is for the operator, a line for a reason. */
public class StartRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what is wrong, and what would be right. */
  public StartRefusedException(String message) {
    super(message);
  }
}
