package org.mailroom.command;

import java.io.Serial;

/** The command line means nothing: exit code 2. */
final class UsageException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
