package org.mailroom.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** A language that notices to senders are written in, with its words and its form of dates. */
public enum NoticeLanguage {
  ENGLISH(Locale.ENGLISH, "d MMMM yyyy, HH:mm (xxx)"),
  CHINESE(Locale.SIMPLIFIED_CHINESE, "yyyy年M月d日 HH:mm（xxx）");

  private static final String BUNDLE = "org.mailroom.notification.notices";

  private final Locale locale;
  private final DateTimeFormatter dateFormat;

  NoticeLanguage(Locale locale, String datePattern) {
    this.locale = locale;
    this.dateFormat = DateTimeFormatter.ofPattern(datePattern, locale);
  }

  /** The language for a locale: Chinese for any Chinese, else English. */
  public static NoticeLanguage of(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE : ENGLISH;
  }

  /** The text named by {@code key}; a key without a text is a bug. */
  String text(String key) {
    return words().getString(key);
  }

  /** All texts; the platform keeps them once they are read. */
  ResourceBundle words() {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        NoticeLanguage.class.getClassLoader(),
        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  String date(Instant instant, ZoneId zone) {
    return dateFormat.format(instant.atZone(zone));
  }
}
