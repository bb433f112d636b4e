package org.mailroom.smtp.client;

import java.io.IOException;
import java.net.SocketTimeoutException;

/**
 * The conversation can't go on: the connection failed, or the peer's replies make no sense. Told
 * apart from a content that can't be read, which is no fault of the peer's.
 */
final class ConnectionLostException extends IOException {

  private static final long serialVersionUID = 1L;
  private static final int MAX_DETAIL = 200;

  ConnectionLostException(String detail) {
    super(detail);
  }

  ConnectionLostException(IOException cause) {
    super(describe(cause), cause);
  }

  /** What happened, in one line without control characters. */
  static String describe(IOException cause) {
    if (cause instanceof SocketTimeoutException) {
      return "timed out";
    }
    String text =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return printable(text.length() > MAX_DETAIL ? text.substring(0, MAX_DETAIL) : text);
  }

  /** The text with a blank for each control character. */
  static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return replaceControls(text);
      }
    }
    return text;
  }

  private static String replaceControls(String text) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = 0; i < clean.length(); i++) {
      if (Character.isISOControl(clean.charAt(i))) {
        clean.setCharAt(i, ' ');
      }
    }
    return clean.toString();
  }
}
