package org.mailroom.dsn;

/**
 * Text that may stand in a command, a header field or a log line: without control characters (C0,
 * DEL, C1), line and paragraph separators, and U+FFFD, which stands for octets that are no UTF-8.
 */
public final class PlainText {

  private PlainText() {}

  /** True when all characters of {@code text} are plain. */
  public static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** True for a plain character. */
  public static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7F || c > 0x9F && c != '\u2028' && c != '\u2029' && c != '\uFFFD';
  }
}
