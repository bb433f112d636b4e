package org.mailroom.sasl;

import java.io.Serial;

/** The exchange can't go on, by a fault of the server's. The message is for logs: one line. */
public final class SaslExchangeException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  SaslExchangeException(String message) {
    super(message);
  }
}
