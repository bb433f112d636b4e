package org.mailroom.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Objects;

/**
 * A mail domain (RFC 5321, 4.1.2): a name such as {@code corp.test} or {@code 例子.test}, or an
 * address literal such as {@code [192.0.2.1]}.
 *
 * <p>Two domains are equal when their A-labels are, whatever the case. The text is kept as it was
 * given.
 *
 * @param text as written, at most 255 characters, without a trailing dot
 */
public record Domain(String text) {

  private static final int MAX_LENGTH = 255;
  private static final int MAX_LABEL = 63;

  /** Refuses what is neither a domain name nor an address literal. */
  public Domain {
    Objects.requireNonNull(text, "a domain needs a text");
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw AddressReason.DOMAIN_LENGTH.refused();
    }
    if (text.charAt(0) == '[') {
      requireLiteral(text);
    } else {
      requireLabels(toAscii(text));
    }
  }

  /**
   * The domain named by {@code text}.
   *
   * @throws IllegalArgumentException when it is neither a domain name nor an address literal
   */
  public static Domain of(String text) {
    return new Domain(text);
  }

  /** True for an address literal. */
  public boolean isLiteral() {
    return text.charAt(0) == '[';
  }

  /** The IP address inside the brackets of an address literal, without {@code IPv6:}. */
  public String literalAddress() {
    if (!isLiteral()) {
      throw new IllegalStateException("not an address literal");
    }
    String inside = text.substring(1, text.length() - 1);
    return inside.regionMatches(true, 0, "IPv6:", 0, 5) ? inside.substring(5) : inside;
  }

  /** The domain in A-labels and lower case: the key for lookups and comparisons. */
  public String ascii() {
    return isLiteral() ? text.toLowerCase(Locale.ROOT) : toAscii(text).toLowerCase(Locale.ROOT);
  }

  /** True when the text has a character beyond ASCII. */
  public boolean isInternationalized() {
    return !isAscii(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Domain domain && ascii().equals(domain.ascii());
  }

  @Override
  public int hashCode() {
    return ascii().hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private static String toAscii(String text) {
    return isAscii(text) ? text : idn(text);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static String idn(String text) {
    try {
      return IDN.toASCII(text, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      throw AddressReason.NO_IDNA.refused();
    }
  }

  private static void requireLabels(String ascii) {
    if (ascii.length() > MAX_LENGTH) {
      throw AddressReason.DOMAIN_LENGTH.refused();
    }
    int start = 0;
    while (true) {
      int dot = ascii.indexOf('.', start);
      int end = dot < 0 ? ascii.length() : dot;
      requireLabel(ascii, start, end);
      if (dot < 0) {
        return;
      }
      start = dot + 1;
    }
  }

  private static void requireLabel(String ascii, int start, int end) {
    if (start == end || end - start > MAX_LABEL) {
      throw AddressReason.LABEL_LENGTH.refused();
    }
    for (int i = start; i < end; i++) {
      char c = ascii.charAt(i);
      boolean inner = c == '-' || c == '_';
      if (!isLetterOrDigit(c) && !inner) {
        throw AddressReason.LABEL_CHARACTERS.refused();
      }
      if (c == '-' && (i == start || i == end - 1)) {
        throw AddressReason.LABEL_ENDS.refused();
      }
    }
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static void requireLiteral(String text) {
    if (!text.endsWith("]")) {
      throw AddressReason.LITERAL_END.refused();
    }
    String inside = text.substring(1, text.length() - 1);
    boolean valid =
        inside.regionMatches(true, 0, "IPv6:", 0, 5)
            ? IpLiteral.isV6(inside.substring(5))
            : IpLiteral.isV4(inside);
    if (!valid) {
      throw AddressReason.LITERAL_ADDRESS.refused();
    }
  }
}
