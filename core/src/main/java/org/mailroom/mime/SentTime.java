package org.mailroom.mime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time in a Date field, in UTC (RFC 5256, 2.2; RFC 5322, 3.3 and 4.3). A zone that makes no
 * sense is UTC, a time that makes none is midnight there.
 *
 * <pre>
 * time = hour ":" minute [":" second] [zone]
 * zone = ("+" / "-") 4DIGIT / obs-zone
 * </pre>
 */
public final class SentTime {

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![0-9:])([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?![0-9:])\\s*+"
              + "(?:([+-])([0-9]{2})([0-9]{2})(?![0-9])|([A-Za-z]{3})\\b)?");

  private static final Map<String, Integer> HOURS =
      Map.of(
          "EDT", -4, "EST", -5, "CDT", -5, "CST", -6, "MDT", -6, "MST", -7, "PDT", -7, "PST", -8);

  private static final int MOST_SECONDS = 59;
  private static final int MOST_HOURS = 18;

  private SentTime() {}

  /** The time; empty when there is no date. */
  public static Optional<Instant> read(String field) {
    return WrittenDate.read(field).map(date -> on(date, WrittenDate.withoutComments(field)));
  }

  private static Instant on(LocalDate date, String field) {
    Matcher found = TIME.matcher(field);
    if (!found.find()) {
      return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    int hour = Integer.parseInt(found.group(1));
    int minute = Integer.parseInt(found.group(2));
    int second = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
    if (hour > 23 || minute > MOST_SECONDS || second > MOST_SECONDS + 1) {
      return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    LocalTime time = LocalTime.of(hour, minute, Math.min(second, MOST_SECONDS));
    return date.atTime(time).toInstant(zone(found));
  }

  private static ZoneOffset zone(Matcher found) {
    if (found.group(4) == null) {
      String name = found.group(7) == null ? "" : found.group(7).toUpperCase(Locale.ROOT);
      return ZoneOffset.ofHours(HOURS.getOrDefault(name, 0));
    }
    int sign = found.group(4).equals("-") ? -1 : 1;
    int hours = Integer.parseInt(found.group(5));
    int minutes = Integer.parseInt(found.group(6));
    return hours < MOST_HOURS && minutes <= MOST_SECONDS
        ? ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes)
        : ZoneOffset.UTC;
  }
}
