package org.mailroom.store;

import java.io.IOException;

/** A message was deleted while it was read. */
public final class MessageGoneException extends IOException {

  private static final long serialVersionUID = 1L;

  MessageGoneException() {
    super("The message was deleted while it was read");
  }
}
