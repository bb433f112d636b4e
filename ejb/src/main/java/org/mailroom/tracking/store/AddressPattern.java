package org.mailroom.tracking.store;

import java.util.Locale;
import org.mailroom.mail.Domain;

/**
 * Addresses that are searched for: {@code ann@corp.test}, all of {@code @corp.test}, all that begin
 * with {@code ann*}, or {@code <>}.
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

  /** True when an address with that {@link SearchKey#key} is meant. */
  boolean matches(String key) {
    return switch (kind) {
      case ADDRESS -> key.equals(text);
      case DOMAIN -> key.endsWith(text) && key.lastIndexOf('@') == key.length() - text.length() - 1;
      case PREFIX -> key.startsWith(text);
    };
  }
}
