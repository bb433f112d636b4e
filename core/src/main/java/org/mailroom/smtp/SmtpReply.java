package org.mailroom.smtp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.mail.EnhancedStatusCode;

/**
 * A reply of an SMTP server (RFC 5321, 4.2; RFC 2034).
 *
 * @param code 200 to 599
 * @param enhanced the enhanced status code, which stands in front of each line on the wire
 * @param lines the text without code and enhanced code, at least one line, without control
 *     characters
 */
public record SmtpReply(int code, Optional<EnhancedStatusCode> enhanced, List<String> lines) {

  /** Refuses codes out of range and text with control characters. */
  public SmtpReply {
    Objects.requireNonNull(enhanced, "enhanced is a value or empty");
    lines = List.copyOf(lines);
    if (code < 200 || code > 599) {
      throw new IllegalArgumentException("A reply code is 200 to 599");
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("A reply has a line");
    }
    for (String line : lines) {
      if (hasControl(line)) {
        throw new IllegalArgumentException("A reply has no control characters");
      }
    }
  }

  private static boolean hasControl(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Character.isISOControl(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** A reply of one line without an enhanced code: greetings, EHLO, 354. */
  public static SmtpReply of(int code, String text) {
    return new SmtpReply(code, Optional.empty(), List.of(text));
  }

  /** A reply of one line with an enhanced code. */
  public static SmtpReply of(int code, String enhanced, String text) {
    return new SmtpReply(code, Optional.of(EnhancedStatusCode.of(enhanced)), List.of(text));
  }

  /** True for 2yz. */
  public boolean isPositive() {
    return code < 300;
  }

  /** True for 3yz. */
  public boolean isIntermediate() {
    return code >= 300 && code < 400;
  }

  /** True for 4yz. */
  public boolean isTransient() {
    return code >= 400 && code < 500;
  }

  /** True for 5yz. */
  public boolean isPermanent() {
    return code >= 500;
  }

  /** The reply in one line, as logs and DSNs show it. */
  public String toText() {
    StringBuilder text = new StringBuilder().append(code);
    enhanced.ifPresent(e -> text.append(' ').append(e));
    for (String line : lines) {
      text.append(' ').append(line);
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return toText();
  }
}
