package org.mailroom.console.settings;

import java.util.Locale;
import org.mailroom.settings.SettingName;

/** Settings that stand together, with how they are changed. */
public enum SettingGroup {
  PLACE,
  CERTIFICATE,
  FIRST,
  RELAY,
  LIMITS,
  DATABASE,
  SERVER;

  /** Where a setting stands. */
  static SettingGroup of(SettingName name) {
    return switch (name) {
      case DATA,
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
          HOSTNAME ->
          PLACE;
      case TLS_CERTIFICATE, TLS_KEY -> CERTIFICATE;
      case DOMAIN, ADMIN, ADMIN_PASSWORD, TRUSTED_NETWORKS, RELAY_DOMAINS -> FIRST;
      case SMART_HOST,
          SMART_HOST_TLS,
          SMART_HOST_USER,
          SMART_HOST_PASSWORD_FILE,
          DNS,
          REMOTE_SMTP_PORT,
          REMOTE_TIMEOUTS,
          RETRY,
          EXPIRY,
          DELAY_NOTICE ->
          RELAY;
      case MESSAGE_SIZE, RELAY_SESSIONS, HEAP, DISK_LOW, DISK_FULL, HEAP_FULL, STOP_GRACE -> LIMITS;
      case DB_URL, DB_USER, DB_PASSWORD, TRACKING_DAYS -> DATABASE;
      case JAVA_OPTS, WILDFLY_HOME, JAVA_HOME, CORPUS -> SERVER;
    };
  }

  /** As texts name it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
