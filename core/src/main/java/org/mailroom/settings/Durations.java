package org.mailroom.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as settings and options write them: {@code 90s}, {@code 4h}, {@code 5d}. */
public final class Durations {

  /** What a reader is told when a duration is malformed. */
  public static final String FORM = "a number with ms, s, m, h or d, such as 90s or 4h";

  private static final Pattern GRAMMAR = Pattern.compile("(\\d{1,9})(ms|s|m|min|h|d)");

  private Durations() {}

  /**
   * Reads a whole number with its unit: {@code ms}, {@code s}, {@code m} or {@code min}, {@code h},
   * {@code d}.
   *
   * @throws IllegalArgumentException when the text has another form
   */
  public static Duration parse(String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    if (!matcher.matches()) {
      throw ValueReason.DURATION_FORM.refused();
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofMinutes(number);
    };
  }

  /**
   * The duration in its largest unit that needs no fraction, for people and for {@link #parse};
   * what is finer than a millisecond is dropped.
   */
  public static String format(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds == 0 || seconds % 60 != 0) {
      return seconds + "s";
    }
    if (seconds % 3600 != 0) {
      return seconds / 60 + "m";
    }
    return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3600 + "h";
  }
}
