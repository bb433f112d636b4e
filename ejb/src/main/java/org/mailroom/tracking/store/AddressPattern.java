package org.mailroom.tracking.store;

import java.util.List;
import java.util.Locale;
import org.mailroom.mail.Domain;

/**
 * Addresses that are searched for: {@code ann@corp.test}, all of {@code @corp.test}, all that begin
 * with {@code ann*}, or {@code <>}. Each is answered by an index.
 */
record AddressPattern(Kind kind, String text) {

  enum Kind {
    ADDRESS,
    DOMAIN,
    PREFIX
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it is none
   */
  static AddressPattern parse(String text) {
    if (text.equals("<>")) {
      return new AddressPattern(Kind.ADDRESS, "");
    }
    if (text.startsWith("@") || text.startsWith("*@")) {
      String domain = text.substring(text.indexOf('@') + 1);
      return new AddressPattern(Kind.DOMAIN, Domain.of(domain).ascii());
    }
    if (text.endsWith("*") && text.length() > 1) {
      String prefix = text.substring(0, text.length() - 1).toLowerCase(Locale.ROOT);
      return new AddressPattern(Kind.PREFIX, prefix);
    }
    if (text.indexOf('@') < 0) {
      throw new IllegalArgumentException("An address, @domain, or a beginning with * behind it");
    }
    return new AddressPattern(Kind.ADDRESS, SearchKey.of(text).key());
  }

  /** The condition on a column of addresses or its column of domains, and its values. */
  String condition(String addresses, String domains, List<Object> values) {
    return switch (kind) {
      case ADDRESS -> equal(addresses, text, values);
      case DOMAIN -> equal(domains, text, values);
      case PREFIX -> beginning(addresses, text, values);
    };
  }

  static String equal(String column, String text, List<Object> values) {
    values.add(text);
    return column + " = ?";
  }

  /** A range, which an index has. */
  static String beginning(String column, String text, List<Object> values) {
    int last = text.codePointBefore(text.length());
    int next = last == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : last + 1;
    values.add(text);
    values.add(text.substring(0, text.length() - Character.charCount(last)) + toText(next));
    return column + " >= ? and " + column + " < ?";
  }

  private static String toText(int c) {
    return Character.toString(Math.min(c, Character.MAX_CODE_POINT));
  }
}
