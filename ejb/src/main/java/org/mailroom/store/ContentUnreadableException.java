package org.mailroom.store;

import java.io.IOException;

/** Carries what went wrong with a content through a database transaction. */
final class ContentUnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final IOException reason;

  ContentUnreadableException(IOException reason) {
    super(reason);
    this.reason = reason;
  }

  IOException reason() {
    return reason;
  }
}
