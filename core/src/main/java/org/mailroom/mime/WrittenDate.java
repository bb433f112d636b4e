package org.mailroom.mime;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The calendar date in a Date field, as it is written: its time and zone don't count (RFC 5322, 3.3
 * and 4.3). Weekdays, comments and what stands around a date are passed over.
 *
 * <pre>
 * date = day month year
 * </pre>
 */
public final class WrittenDate {

  private static final Pattern BETWEEN = Pattern.compile("[\\s,-]++");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private WrittenDate() {}

  /** The date; empty when there is none that the calendar has. */
  public static Optional<LocalDate> read(String field) {
    String[] words = BETWEEN.split(withoutComments(field), -1);
    for (int i = 0; i + 2 < words.length; i++) {
      int month = MONTHS.indexOf(words[i + 1].toLowerCase(Locale.ROOT)) + 1;
      if (month > 0 && words[i].matches("[0-9]{1,2}") && words[i + 2].matches("[0-9]{2,4}")) {
        return date(words[i + 2], month, Integer.parseInt(words[i]));
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> date(String digits, int month, int day) {
    int year = Integer.parseInt(digits);
    if (digits.length() == 2) {
      year += year < 50 ? 2000 : 1900;
    } else if (digits.length() == 3) {
      year += 1900;
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The text with spaces in place of comments, which may be in one another. */
  static String withoutComments(String field) {
    StringBuilder text = new StringBuilder(field.length());
    int depth = 0;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '(') {
        depth++;
      }
      text.append(depth == 0 ? c : ' ');
      if (c == ')' && depth > 0) {
        depth--;
      }
    }
    return text.toString().strip();
  }
}
