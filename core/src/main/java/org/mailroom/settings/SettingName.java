package org.mailroom.settings;

import java.util.Optional;

/** The names a hub knows. {@code docs/settings.md} has a line for each. */
public enum SettingName {
  DATA,
  BIND,
  SMTP_PORT,
  SUBMISSION_PORT,
  SUBMISSIONS_PORT,
  POP3_PORT,
  POP3S_PORT,
  IMAP_PORT,
  IMAPS_PORT,
  HTTP_PORT,
  HTTPS_PORT,
  MANAGEMENT_PORT,
  TLS_CERTIFICATE,
  TLS_KEY,
  REMOTE_SMTP_PORT,
  REMOTE_TIMEOUTS,
  HOSTNAME,
  DOMAIN,
  ADMIN,
  ADMIN_PASSWORD,
  SMART_HOST,
  SMART_HOST_TLS,
  SMART_HOST_USER,
  SMART_HOST_PASSWORD_FILE,
  TRUSTED_NETWORKS,
  RELAY_DOMAINS,
  DNS,
  RETRY,
  EXPIRY,
  DELAY_NOTICE,
  MESSAGE_SIZE,
  RELAY_SESSIONS,
  STOP_GRACE,
  DISK_LOW,
  DISK_FULL,
  HEAP_FULL,
  DB_URL,
  DB_USER,
  DB_PASSWORD,
  TRACKING_DAYS,
  HEAP,
  JAVA_OPTS,
  WILDFLY_HOME,

  /** Read by {@code bin/mailroom} before there is a JVM; the hub ignores it. */
  JAVA_HOME,

  /** Read by the tests alone; the hub ignores it. */
  CORPUS;

  /** What every setting's name begins with. */
  public static final String PREFIX = "MAILROOM_";

  /** The name in the environment. */
  public String key() {
    return PREFIX + name();
  }

  /** The setting with that name in the environment. */
  public static Optional<SettingName> of(String key) {
    for (SettingName setting : values()) {
      if (setting.key().equals(key)) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }

  /**
   * The setting whose name is nearest to a mistyped one: at most three letters inserted, left out
   * or replaced.
   */
  static Optional<SettingName> nearest(String key) {
    SettingName nearest = null;
    int least = 4;
    for (SettingName setting : values()) {
      int distance = distance(key, setting.key());
      if (distance < least) {
        least = distance;
        nearest = setting;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Levenshtein's distance. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int i = 0; i <= other.length(); i++) {
      above[i] = i;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[other.length()];
  }
}
