package org.mailroom.directory;

import java.util.Optional;
import org.mailroom.mail.Domain;

/**
 * Domains: {@code corp.test} is that one, {@code *.corp.test} all below it, {@code *} all.
 *
 * @param reach which of the three
 * @param ending how A-labels of theirs end: the domain, with a dot in front, or nothing
 */
record DomainPattern(Reach reach, String ending) {

  private static final String ALL = "*";
  private static final String BELOW = "*.";

  /** Which domains are meant. */
  enum Reach {
    ONE,
    BELOW,
    ALL
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException for what is none of the three
   */
  static DomainPattern parse(String text) {
    if (text.equals(ALL)) {
      return new DomainPattern(Reach.ALL, "");
    }
    return text.startsWith(BELOW)
        ? new DomainPattern(Reach.BELOW, "." + Domain.of(text.substring(BELOW.length())).ascii())
        : new DomainPattern(Reach.ONE, Domain.of(text).ascii());
  }

  /** The only domain that it matches, in A-labels. */
  Optional<String> only() {
    return reach == Reach.ONE ? Optional.of(ending) : Optional.empty();
  }

  boolean matches(Domain domain) {
    return switch (reach) {
      case ONE -> domain.ascii().equals(ending);
      case BELOW -> domain.ascii().endsWith(ending);
      case ALL -> true;
    };
  }
}
