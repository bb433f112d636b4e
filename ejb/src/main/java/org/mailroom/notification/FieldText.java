package org.mailroom.notification;

import jakarta.mail.internet.MimeUtility;
import java.util.Locale;
import org.mailroom.dsn.Unitext;

/**
 * Makes text of strangers harmless: replies of next hops, subjects, addresses. The one place that
 * decides which characters of theirs may stand in a DSN.
 */
final class FieldText {

  /** Longer runs without a space are broken: a line has at most 998 octets (RFC 5322, 2.1.1). */
  private static final int MAX_RUN = 150;

  private static final int MAX_LENGTH = 2000;

  /** About what stands before a field's value. */
  private static final int FIELD_NAME = 20;

  private FieldText() {}

  /**
   * The text on one line: controls, line and paragraph separators, marks that turn the direction of
   * writing and lone surrogates become U+FFFD; at most 2,000 characters.
   */
  static String oneLine(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
    text.codePoints()
        .limit(MAX_LENGTH)
        .map(c -> isHarmful(c) ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /**
   * The text for a field of a report: on one line, without encoded words, folded where it is long.
   *
   * @param utf8 true when the report may carry UTF-8 (RFC 6533); else other than ASCII characters
   *     are written as <code>\x{4E2D}</code>
   */
  static String field(String text, boolean utf8) {
    String line = oneLine(text).replace("=?", "= ?");
    StringBuilder out = new StringBuilder(line.length());
    int lineStart = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      if (c == ' ') {
        lineStart = out.length();
      } else if (out.length() - lineStart > MAX_RUN) {
        out.append(' ');
        lineStart = out.length();
      }
      append(out, c, utf8);
      i += Character.charCount(c);
    }
    return MimeUtility.fold(FIELD_NAME, out.toString());
  }

  /**
   * An address for a field of type {@code utf-8}: as it is, or as utf-8-addr-xtext (RFC 6533, 3).
   */
  static String utf8Address(String address, boolean utf8) {
    String line = oneLine(address);
    return utf8 ? line : Unitext.encode(line, false);
  }

  static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c <= 0x7F);
  }

  private static void append(StringBuilder out, int c, boolean utf8) {
    if (utf8 || c <= 0x7F) {
      out.appendCodePoint(c);
    } else {
      out.append(escape(c));
    }
  }

  private static String escape(int c) {
    return String.format(Locale.ROOT, "\\x{%02X}", c);
  }

  private static boolean isHarmful(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> turnsDirection(c);
      default -> false;
    };
  }

  private static boolean turnsDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069;
  }
}
