package org.mailroom.probe;

/** A test can't begin; the message is for the operator. */
public class TestRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  TestRefusedException(String message) {
    super(message);
  }
}
