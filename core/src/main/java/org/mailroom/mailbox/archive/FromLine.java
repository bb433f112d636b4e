package org.mailroom.mailbox.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line in front of a message in an mbox file (RFC 4155, A).
 *
 * <pre>
 * from-line = "From " address SP date
 * date      = [ weekday ] month day time [ zone ] year [ zone ] / [ weekday ] day month year time [ zone ]
 * </pre>
 *
 * <p>A time without a zone is one of UTC.
 */
final class FromLine {

  static final String START = "From ";

  private static final int LONGEST = 1000;
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String TIME =
      "(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?";
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              " (?<month>[A-Za-z]{3}) {1,2}(?<day>[0-9]{1,2}) "
                  + TIME
                  + "(?: (?<zone>[+-][0-9]{4})| [A-Z]{1,5})? (?<year>[0-9]{4})"
                  + "(?: (?<after>[+-][0-9]{4}))?"),
          Pattern.compile(
              " (?<day>[0-9]{1,2}) (?<month>[A-Za-z]{3}) (?<year>[0-9]{4}) "
                  + TIME
                  + "(?: (?<zone>[+-][0-9]{4}))?(?<after>)"));

  private FromLine() {}

  /** The date of such a line; empty when this is none, or its date can't be read. */
  static Optional<Instant> date(String line) {
    if (!line.startsWith(START) || line.length() > LONGEST) {
      return Optional.empty();
    }
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(line);
      if (matcher.find(START.length() - 1)) {
        return date(matcher);
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> date(Matcher form) {
    int month = MONTHS.indexOf(form.group("month").toLowerCase(Locale.ROOT)) + 1;
    try {
      return Optional.of(
          LocalDateTime.of(
                  Integer.parseInt(form.group("year")),
                  month,
                  Integer.parseInt(form.group("day")),
                  Integer.parseInt(form.group("hour")),
                  Integer.parseInt(form.group("minute")),
                  form.group("second") == null ? 0 : Integer.parseInt(form.group("second")))
              .toInstant(zone(form)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ZoneOffset zone(Matcher form) {
    String zone = form.group("zone") == null ? form.group("after") : form.group("zone");
    return zone == null || zone.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(zone);
  }
}
