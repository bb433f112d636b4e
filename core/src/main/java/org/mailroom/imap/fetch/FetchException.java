package org.mailroom.imap.fetch;

import java.io.Serial;

/**
 * A message can't be told of as the client wants it; nothing of it was written. The command is
 * answered with NO and this code (RFC 9051, 7.1).
 */
public final class FetchException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String code;

  FetchException(String code, String text) {
    super(text);
    this.code = code;
  }

  static FetchException unknownEncoding() {
    return new FetchException("UNKNOWN-CTE", "A part is in an encoding that is not known here");
  }

  /** The response code, without its brackets. */
  public String code() {
    return code;
  }
}
