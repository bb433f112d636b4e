package org.mailroom.settings;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PostgreSQL to be used in place of the database in the data directory.
 *
 * @param url begins with {@code jdbc:postgresql:}
 * @param user name at the database
 * @param password of that user, empty when the database asks for none
 */
public record DatabaseAddress(String url, String user, Optional<Secret> password) {

  static final String FORM = "jdbc:postgresql://host:port/database";
  private static final Pattern URL = Pattern.compile("jdbc:postgresql:[\\x21-\\x7E&&[^\"'`]]+");

  /** A password in the URL would be shown wherever the URL is. */
  private static final Pattern PASSWORD = Pattern.compile("(?i)[?&](ssl)?password=|//[^/]*@");

  private static final String BOUND = "socketTimeout=";

  /** Beyond what the hub's longest statement takes. */
  private static final String BOUND_SECONDS = BOUND + 120;

  /** Needs each. */
  public DatabaseAddress {
    Objects.requireNonNull(url, "a database has a URL");
    Objects.requireNonNull(user, "a database has a user");
    Objects.requireNonNull(password, "a database has a password or none");
  }

  /**
   * The URL with a bound for how long an answer is waited for, by which a database that is cut off
   * is found out. One that the URL has already stays.
   */
  public static String bounded(String url) {
    if (url.contains(BOUND)) {
      return url;
    }
    return url + (url.indexOf('?') < 0 ? "?" : "&") + BOUND_SECONDS;
  }

  static String url(String text) {
    if (!URL.matcher(text).matches() || PASSWORD.matcher(text).find()) {
      throw new IllegalArgumentException("A database URL is of the form " + FORM);
    }
    return text;
  }
}
