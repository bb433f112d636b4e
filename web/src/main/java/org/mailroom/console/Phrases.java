package org.mailroom.console;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.mailroom.refusal.Refusal;

/** Numbers, sizes and times in the words of one language. */
public final class Phrases {

  static final String BUNDLE = "org.mailroom.console.messages";

  /** Beyond it a count is only said to be more. */
  private static final long MOST = 10_000;

  private static final long KIB = 1024;

  private final Locale locale;
  private final ZoneId zone;
  private final Instant now;

  /**
   * Phrases of {@code locale} at the time {@code now}, dates as people in {@code zone} read them.
   */
  public Phrases(Locale locale, ZoneId zone, Instant now) {
    this.locale = locale;
    this.zone = zone;
    this.now = now;
  }

  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        Phrases.class.getClassLoader(),
        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** The text of a key, with its placeholders filled. */
  public String text(String key, Object... values) {
    return text(locale, key, values);
  }

  /** A refusal in words. */
  public String text(Refusal refusal) {
    return text(locale, refusal);
  }

  static String text(Locale locale, Refusal refusal) {
    Object[] values =
        refusal.about().stream()
            .map(one -> one instanceof Refusal inner ? text(locale, inner) : one)
            .toArray();
    return text(locale, "refusal." + refusal.key(), values);
  }

  static String text(Locale locale, String key, Object... values) {
    return new MessageFormat(bundle(locale).getString(key), locale).format(values);
  }

  /** Such as {@code 4,812}, and {@code 10,000+} for more than ten thousand. */
  public String count(long number) {
    NumberFormat format = NumberFormat.getIntegerInstance(locale);
    return number > MOST ? format.format(MOST) + "+" : format.format(number);
  }

  /** Such as {@code 48,120}, however many. */
  public String whole(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** Such as {@code 0.4} or {@code 1,250}: so many a minute. */
  public String rate(double number) {
    return oneDecimal(number);
  }

  /** Such as {@code 12 %}, of a hundred. */
  public String percent(double number) {
    return text("number.percent", oneDecimal(number));
  }

  /** So many seconds, such as {@code 5 min}. */
  public String length(long seconds) {
    return length(Duration.ofSeconds(seconds));
  }

  /** Such as {@code 4.1 KB}. */
  public String size(long octets) {
    if (octets < KIB) {
      return text("size.octets", octets);
    }
    if (octets < KIB * KIB) {
      return text("size.kilobytes", oneDecimal((double) octets / KIB));
    }
    if (octets < KIB * KIB * KIB) {
      return text("size.megabytes", oneDecimal((double) octets / KIB / KIB));
    }
    return text("size.gigabytes", oneDecimal((double) octets / KIB / KIB / KIB));
  }

  /** How long ago {@code then} was, such as {@code 5 min}. */
  public String age(Instant then) {
    return length(Duration.between(then, now));
  }

  /** When {@code then} will be, such as {@code in 12 min}. */
  public String until(Instant then) {
    return then.isAfter(now)
        ? text("time.in", length(Duration.between(now, then)))
        : text("time.due");
  }

  /** Date and time to the second, with the zone. */
  public String exact(Instant then) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
        .withLocale(locale)
        .format(then.atZone(zone));
  }

  /** How long something took, such as {@code 1.8 s}. */
  public String span(Duration duration) {
    return duration.toSeconds() < 60 && !duration.isNegative()
        ? text("time.seconds", oneDecimal(duration.toMillis() / 1000.0))
        : length(duration);
  }

  /** The time of day to the second, with the date when that is another day than today. */
  public String clock(Instant then) {
    var time = then.atZone(zone);
    boolean today = time.toLocalDate().equals(now.atZone(zone).toLocalDate());
    DateTimeFormatter format =
        today
            ? DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
            : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM);
    return format.withLocale(locale).format(time);
  }

  /** How long something takes, such as {@code 5 min}. */
  public String length(Duration duration) {
    Duration positive = duration.isNegative() ? Duration.ZERO : duration;
    if (positive.toSeconds() < 60) {
      return text("time.seconds", positive.toSeconds());
    }
    if (positive.toMinutes() < 60) {
      return text("time.minutes", positive.toMinutes());
    }
    if (positive.toHours() < 24) {
      return positive.toMinutesPart() == 0
          ? text("time.hours", positive.toHours())
          : text("time.hoursMinutes", positive.toHours(), positive.toMinutesPart());
    }
    return positive.toHoursPart() == 0
        ? text("time.days", positive.toDays())
        : text("time.daysHours", positive.toDays(), positive.toHoursPart());
  }

  private String oneDecimal(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(number < 10 ? 1 : 0);
    return format.format(number);
  }
}
