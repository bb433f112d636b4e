package org.mailroom.mailbox.archive;

import java.io.IOException;

/** What was given to be read is not what it was said to be. */
public final class NotReadableException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Says why, for people. */
  public NotReadableException(String reason) {
    super(reason);
  }

  /** The same with its cause. */
  public NotReadableException(String reason, Exception cause) {
    super(reason, cause);
  }
}
