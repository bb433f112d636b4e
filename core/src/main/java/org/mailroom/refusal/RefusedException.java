package org.mailroom.refusal;

/** A value that is none, with a reason; the message is its sentence in English. */
public class RefusedException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  /** For this reason. */
  public RefusedException(Refusal refusal) {
    super(refusal.text());
    this.refusal = refusal;
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
