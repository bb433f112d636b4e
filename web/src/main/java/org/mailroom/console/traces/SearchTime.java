package org.mailroom.console.traces;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.mailroom.settings.Durations;

/**
 * A time in a search: {@code 2h} ago, a day such as {@code 2026-11-03}, a time of it such as {@code
 * 2026-11-03T14:00}, or one with its offset.
 */
final class SearchTime {

  private SearchTime() {}

  static Instant parse(String text, Instant now, ZoneId zone) throws MistakenSearchException {
    try {
      if (text.matches("\\d+[a-z]+")) {
        return now.minus(Durations.parse(text));
      }
      if (text.length() == 10) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      }
      return text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw new MistakenSearchException("time", text);
    }
  }
}
