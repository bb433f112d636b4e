package org.mailroom.sasl;

import java.io.Serial;

/** What a client said within its login is no response to a challenge. */
public final class NoResponseException extends Exception {

  /** Why it is none. */
  public enum Why {
    /** The client gives up. */
    CANCELLED,
    /** It is not in base64. */
    NOT_BASE64
  }

  @Serial private static final long serialVersionUID = 1L;

  private final Why why;

  NoResponseException(Why why) {
    super(why.name());
    this.why = why;
  }

  /** Why it is none. */
  public Why why() {
    return why;
  }
}
