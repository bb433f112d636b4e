package org.mailroom.session;

import java.io.IOException;
import java.io.Serial;

/** The session has ended within a command; what the client is told is on its way. */
public final class EndOfSessionException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  /** Has nothing to add. */
  public EndOfSessionException() {
    super("The session has ended");
  }
}
