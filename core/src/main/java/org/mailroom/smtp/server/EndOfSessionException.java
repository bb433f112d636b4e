package org.mailroom.smtp.server;

import java.io.IOException;
import java.io.Serial;

/** The session has ended within a command; what the client is told is on its way. */
final class EndOfSessionException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  EndOfSessionException() {
    super("The session has ended");
  }
}
