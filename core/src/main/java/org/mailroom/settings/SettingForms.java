package org.mailroom.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.mailroom.mail.Domain;
import org.mailroom.retry.RetrySchedule;

/** How single settings are written. Each refuses another form with an IllegalArgumentException. */
public final class SettingForms {

  private static final int LEAST_PASSWORD = 8;

  /** More is cut off by bcrypt, in silence. */
  private static final int MOST_PASSWORD_OCTETS = 72;

  private SettingForms() {}

  static Path path(String text) {
    return Path.of(text).toAbsolutePath().normalize();
  }

  static String userName(String text) {
    return matching(text, "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
  }

  static String loginName(String text) {
    return matching(text, "\\P{Cntrl}{1,255}");
  }

  /** A password of a person: 8 characters to 72 octets, without control characters. */
  public static Secret password(String text) {
    boolean controls = text.chars().anyMatch(Character::isISOControl);
    int octets = text.getBytes(StandardCharsets.UTF_8).length;
    if (controls || text.length() < LEAST_PASSWORD || octets > MOST_PASSWORD_OCTETS) {
      throw ValueReason.PASSWORD_LENGTH.refused();
    }
    return new Secret(text);
  }

  static String databaseUser(String text) {
    return matching(text, "[^\\p{Cntrl}$\"']{1,63}");
  }

  static Secret databasePassword(String text) {
    return new Secret(matching(text, "\\P{Cntrl}{1,200}"));
  }

  /** A name: mail domains of our own are never address literals. */
  static Domain domainName(String text) {
    Domain domain = Domain.of(text);
    if (domain.isLiteral()) {
      throw new IllegalArgumentException("An address literal is not a domain name");
    }
    return domain;
  }

  static TlsDemand tlsDemand(String text) {
    return TlsDemand.valueOf(matching(text, "[a-z]+").toUpperCase(Locale.ROOT));
  }

  /** {@code steady}, {@code backoff}, or delays with commas between. */
  public static RetrySchedule schedule(String text) {
    return switch (text) {
      case "steady" -> RetrySchedule.STEADY;
      case "backoff" -> RetrySchedule.BACKOFF;
      default ->
          new RetrySchedule(
              Arrays.stream(text.split("\\s*,\\s*", -1)).map(Durations::parse).toList());
    };
  }

  static int number(String text) {
    return Integer.parseInt(matching(text, "\\d{1,9}"));
  }

  private static String matching(String text, String form) {
    if (!text.matches(form)) {
      throw new IllegalArgumentException("Not of the form " + form);
    }
    return text;
  }
}
