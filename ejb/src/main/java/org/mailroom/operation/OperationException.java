package org.mailroom.operation;

import org.mailroom.refusal.Refusal;

/** An operation that is refused; the message says why, for the one who asked. */
public class OperationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  /** With the reason. */
  public OperationException(Refusal refusal) {
    super(refusal.text());
    this.refusal = refusal;
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
