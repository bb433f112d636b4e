package org.mailroom.imap.grammar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as IMAP has them (RFC 9051, 9); months are in English, always.
 *
 * <pre>
 * date           = date-text / DQUOTE date-text DQUOTE
 * date-text      = date-day "-" date-month "-" date-year
 * date-day       = 1*2DIGIT
 * date-day-fixed = (SP DIGIT) / 2DIGIT
 * date-time      = DQUOTE date-day-fixed "-" date-month "-" date-year SP time SP zone DQUOTE
 * time           = 2DIGIT ":" 2DIGIT ":" 2DIGIT
 * zone           = ("+" / "-") 4DIGIT
 * </pre>
 */
public final class ImapDates {

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final String DAY = "(\\d{1,2})-([A-Za-z]{3})-(\\d{4})";
  private static final Pattern DATE = Pattern.compile(DAY);
  private static final Pattern DATE_TIME =
      Pattern.compile(" ?" + DAY + " (\\d\\d):(\\d\\d):(\\d\\d) ([+-])(\\d\\d)([0-5]\\d)");

  private static final int MOST_SECONDS = 59;
  private static final int MOST_ZONE_HOURS = 23;
  private static final int LAST_YEAR = 9999;

  private ImapDates() {}

  /** Reads a date with a time, in quotes. A leap second is the one before it. */
  public static Instant readDateTime(Arguments arguments) throws IOException, ImapSyntaxException {
    Matcher found = DATE_TIME.matcher(arguments.peek() == '"' ? string(arguments) : "");
    if (!found.matches()) {
      throw new ImapSyntaxException("A date with a time is missing, or malformed");
    }
    int zoneHours = Integer.parseInt(found.group(8));
    int second = Integer.parseInt(found.group(6));
    if (zoneHours > MOST_ZONE_HOURS) {
      throw new ImapSyntaxException("There is no such zone");
    }
    int zone = (zoneHours * 60 + Integer.parseInt(found.group(9))) * 60;
    LocalDate date = date(found);
    try {
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(found.group(4)),
              Integer.parseInt(found.group(5)),
              second == MOST_SECONDS + 1 ? MOST_SECONDS : second);
      Instant there = LocalDateTime.of(date, time).toInstant(ZoneOffset.UTC);
      return there.minusSeconds(found.group(7).equals("-") ? -zone : zone);
    } catch (DateTimeException e) {
      throw new ImapSyntaxException("There is no such time");
    }
  }

  /** Reads a date, in quotes or without. */
  public static LocalDate readDate(Arguments arguments) throws IOException, ImapSyntaxException {
    Matcher found = DATE.matcher(arguments.peek() == '"' ? string(arguments) : arguments.word(""));
    if (!found.matches()) {
      throw new ImapSyntaxException("A date is missing, or malformed");
    }
    return date(found);
  }

  /** A date with a time as FETCH tells it, in UTC and without its quotes. */
  public static String text(Instant instant) {
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    return String.format(
        Locale.ROOT,
        "%2d-%s-%04d %02d:%02d:%02d +0000",
        time.getDayOfMonth(),
        MONTHS.get(time.getMonthValue() - 1),
        Math.min(Math.max(time.getYear(), 0), LAST_YEAR),
        time.getHour(),
        time.getMinute(),
        time.getSecond());
  }

  private static LocalDate date(Matcher found) throws ImapSyntaxException {
    String month = found.group(2);
    String name =
        month.substring(0, 1).toUpperCase(Locale.ROOT)
            + month.substring(1).toLowerCase(Locale.ROOT);
    try {
      return LocalDate.of(
          Integer.parseInt(found.group(3)),
          MONTHS.indexOf(name) + 1,
          Integer.parseInt(found.group(1)));
    } catch (DateTimeException e) {
      throw new ImapSyntaxException("There is no such day");
    }
  }

  private static String string(Arguments arguments) throws IOException, ImapSyntaxException {
    return new String(arguments.string(), StandardCharsets.ISO_8859_1);
  }
}
