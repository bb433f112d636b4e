package org.mailroom.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An enhanced mail system status code (RFC 3463): {@code class.subject.detail}.
 *
 * @param statusClass 2, 4 or 5
 * @param subject 0 to 999
 * @param detail 0 to 999
 */
public record EnhancedStatusCode(int statusClass, int subject, int detail) {

  private static final Pattern FORM = Pattern.compile("([245])\\.(\\d{1,3})\\.(\\d{1,3})");

  /** Refuses classes and numbers that RFC 3463 doesn't have. */
  public EnhancedStatusCode {
    if (statusClass != 2 && statusClass != 4 && statusClass != 5) {
      throw new IllegalArgumentException("The class of a status code is 2, 4 or 5");
    }
    if (subject < 0 || subject > 999 || detail < 0 || detail > 999) {
      throw new IllegalArgumentException("Subject and detail of a status code are 0 to 999");
    }
  }

  /**
   * The code written as {@code text}.
   *
   * @throws IllegalArgumentException when it is not of the form {@code d.d.d}
   */
  public static EnhancedStatusCode of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("Not a status code"));
  }

  /** The code written as {@code text}, or empty when it is none. */
  public static Optional<EnhancedStatusCode> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new EnhancedStatusCode(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3))));
  }

  /** True for class 2. */
  public boolean isSuccess() {
    return statusClass == 2;
  }

  /** True for class 5. */
  public boolean isPermanent() {
    return statusClass == 5;
  }

  @Override
  public String toString() {
    return statusClass + "." + subject + "." + detail;
  }
}
