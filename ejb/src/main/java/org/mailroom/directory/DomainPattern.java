package org.mailroom.directory;

import java.util.Locale;
import org.mailroom.mail.Domain;

/**
 * Domains: {@code corp.test} is that one, {@code *.corp.test} all below it, {@code *} all.
 *
 * @param text as written
 */
record DomainPattern(String text) {

  private static final String ALL = "*";
  private static final String BELOW = "*.";

  /** Refuses what is none of the three. */
  DomainPattern {
    if (!text.equals(ALL)) {
      Domain.of(text.startsWith(BELOW) ? text.substring(BELOW.length()) : text);
    }
  }

  boolean matches(Domain domain) {
    if (text.equals(ALL)) {
      return true;
    }
    String ascii = domain.ascii().toLowerCase(Locale.ROOT);
    if (text.startsWith(BELOW)) {
      return ascii.endsWith("." + Domain.of(text.substring(BELOW.length())).ascii());
    }
    return ascii.equals(Domain.of(text).ascii());
  }
}
