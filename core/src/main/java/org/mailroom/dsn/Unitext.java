package org.mailroom.dsn;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of type {@code utf-8} in the ORCPT parameter and in reports (RFC 6533, 3): characters
 * that can't stand there, and in the 7-bit form all beyond ASCII, are written as <code>\x{4E2D}
 * </code>.
 *
 * <pre>
 * utf-8-addr-xtext   = 1*(QCHAR / EmbeddedUnicodeChar)
 * utf-8-addr-unitext = 1*(QUCHAR / EmbeddedUnicodeChar)
 * </pre>
 */
public final class Unitext {

  private static final Pattern EMBEDDED = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{2,6})}|\\\\");

  private Unitext() {}

  /**
   * Encodes an address.
   *
   * @param utf8 true where UTF-8 may stand as it is, false for the 7-bit form
   */
  public static String encode(String address, boolean utf8) {
    StringBuilder out = new StringBuilder(address.length());
    address.codePoints().forEach(c -> append(out, c, utf8));
    return out.toString();
  }

  /**
   * Decodes either form.
   *
   * @throws IllegalArgumentException when it is neither, or has a character that is not plain
   */
  public static String decode(String encoded) {
    StringBuilder out = new StringBuilder(encoded.length());
    Matcher matcher = EMBEDDED.matcher(encoded);
    int done = 0;
    while (matcher.find()) {
      if (matcher.group(1) == null) {
        throw new IllegalArgumentException("A backslash begins \\x{...}");
      }
      out.append(encoded, done, matcher.start());
      out.appendCodePoint(codePoint(matcher.group(1)));
      done = matcher.end();
    }
    out.append(encoded, done, encoded.length());
    String text = out.toString();
    if (encoded.indexOf(' ') >= 0 || !PlainText.isPlain(text)) {
      throw new IllegalArgumentException("An address with a space or a control character");
    }
    return text;
  }

  private static int codePoint(String hex) {
    int c = Integer.parseInt(hex, 16);
    if (!Character.isValidCodePoint(c) || c >= 0xD800 && c <= 0xDFFF) {
      throw new IllegalArgumentException("\\x{...} with a number that is no character");
    }
    return c;
  }

  private static void append(StringBuilder out, int c, boolean utf8) {
    boolean asItIs = c > 0x7F ? utf8 : c > ' ' && c < 0x7F && c != '\\' && c != '+' && c != '=';
    if (asItIs) {
      out.appendCodePoint(c);
    } else {
      out.append(String.format(Locale.ROOT, "\\x{%02X}", c));
    }
  }
}
