package org.mailroom.settings;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.settings.SettingLine.Source;

/** Tells people what the settings of a hub are, and where each comes from; never a secret. */
public final class SettingsReport {

  /** Of the server's JVM: the names that were in the file, with commas between them. */
  public static final String FROM_FILE = "mailroom.settings.file";

  /** A password may hide in the options of a JVM too. */
  private static final Set<SettingName> SECRETS =
      Set.of(SettingName.ADMIN_PASSWORD, SettingName.DB_PASSWORD, SettingName.JAVA_OPTS);

  private static final Set<SettingName> NOT_OF_THE_HUB =
      Set.of(SettingName.JAVA_HOME, SettingName.CORPUS);

  static final Map<SettingName, String> DEFAULTS =
      Map.ofEntries(
          entry(SettingName.BIND, "127.0.0.1"),
          entry(SettingName.SMTP_PORT, "2525"),
          entry(SettingName.SUBMISSION_PORT, "2587"),
          entry(SettingName.SUBMISSIONS_PORT, "2465"),
          entry(SettingName.POP3_PORT, "2110"),
          entry(SettingName.POP3S_PORT, "2995"),
          entry(SettingName.IMAP_PORT, "2143"),
          entry(SettingName.IMAPS_PORT, "2993"),
          entry(SettingName.HTTP_PORT, "8080"),
          entry(SettingName.HTTPS_PORT, "8443"),
          entry(SettingName.MANAGEMENT_PORT, "9990"),
          entry(SettingName.REMOTE_SMTP_PORT, "25"),
          entry(
              SettingName.REMOTE_TIMEOUTS,
              "connect=30s,greeting=5m,ehlo=5m,starttls=2m,auth=2m,mail=5m,rcpt=5m,data=2m,"
                  + "block=3m,dot=10m,quit=5s"),
          entry(SettingName.ADMIN, "admin"),
          entry(SettingName.SMART_HOST_TLS, "opportunistic"),
          entry(SettingName.TRUSTED_NETWORKS, "127.0.0.0/8,::1/128"),
          entry(SettingName.RELAY_DOMAINS, "none"),
          entry(SettingName.RETRY, "steady"),
          entry(SettingName.EXPIRY, "5d"),
          entry(SettingName.DELAY_NOTICE, "4h"),
          entry(SettingName.MESSAGE_SIZE, "36MiB"),
          entry(SettingName.RELAY_SESSIONS, "64"),
          entry(SettingName.STOP_GRACE, "60s"),
          entry(SettingName.DISK_LOW, "85"),
          entry(SettingName.DISK_FULL, "90"),
          entry(SettingName.HEAP_FULL, "75"),
          entry(SettingName.TRACKING_DAYS, "90"),
          entry(SettingName.HEAP, "1g"));

  private final List<SettingLine> lines;

  /**
   * The settings of a hub.
   *
   * @param settings those in effect
   * @param environment names and values that they were read from
   * @param fromFile the names in it that a file has brought there
   */
  public SettingsReport(Settings settings, Map<String, String> environment, Set<String> fromFile) {
    lines =
        Arrays.stream(SettingName.values())
            .filter(name -> !NOT_OF_THE_HUB.contains(name))
            .map(name -> line(name, settings, environment.getOrDefault(name.key(), ""), fromFile))
            .toList();
  }

  /** All of the hub, in the order of {@link SettingName}. */
  public List<SettingLine> lines() {
    return lines;
  }

  private static SettingLine line(
      SettingName name, Settings settings, String given, Set<String> fromFile) {
    boolean secret = SECRETS.contains(name);
    Source source =
        given.isBlank()
            ? Source.DEFAULT
            : fromFile.contains(name.key()) ? Source.FILE : Source.ENVIRONMENT;
    String value = given.isBlank() ? inEffect(name, settings) : shown(name, given.strip());
    return new SettingLine(
        name, secret ? "" : value, DEFAULTS.getOrDefault(name, ""), source, secret);
  }

  private static String inEffect(SettingName name, Settings settings) {
    return switch (name) {
      case DATA -> settings.data().toString();
      case HOSTNAME -> settings.hostname().text();
      case DOMAIN -> settings.domain().text();
      case DISK_LOW -> Integer.toString(settings.shortage().diskLow());
      default -> DEFAULTS.getOrDefault(name, "");
    };
  }

  /** The parameters of a database's address may have a password among them. */
  private static String shown(SettingName name, String value) {
    return name == SettingName.DB_URL ? value.replaceFirst("\\?.*", "") : value;
  }
}
