package org.mailroom.settings;

import static org.mailroom.settings.SettingName.ADMIN;
import static org.mailroom.settings.SettingName.ADMIN_PASSWORD;
import static org.mailroom.settings.SettingName.BIND;
import static org.mailroom.settings.SettingName.DATA;
import static org.mailroom.settings.SettingName.DB_PASSWORD;
import static org.mailroom.settings.SettingName.DB_URL;
import static org.mailroom.settings.SettingName.DB_USER;
import static org.mailroom.settings.SettingName.DELAY_NOTICE;
import static org.mailroom.settings.SettingName.DISK_FULL;
import static org.mailroom.settings.SettingName.DISK_LOW;
import static org.mailroom.settings.SettingName.DNS;
import static org.mailroom.settings.SettingName.DOMAIN;
import static org.mailroom.settings.SettingName.EXPIRY;
import static org.mailroom.settings.SettingName.HEAP;
import static org.mailroom.settings.SettingName.HEAP_FULL;
import static org.mailroom.settings.SettingName.HOSTNAME;
import static org.mailroom.settings.SettingName.HTTPS_PORT;
import static org.mailroom.settings.SettingName.HTTP_PORT;
import static org.mailroom.settings.SettingName.IMAPS_PORT;
import static org.mailroom.settings.SettingName.IMAP_PORT;
import static org.mailroom.settings.SettingName.JAVA_OPTS;
import static org.mailroom.settings.SettingName.MANAGEMENT_PORT;
import static org.mailroom.settings.SettingName.MESSAGE_SIZE;
import static org.mailroom.settings.SettingName.POP3S_PORT;
import static org.mailroom.settings.SettingName.POP3_PORT;
import static org.mailroom.settings.SettingName.RELAY_DOMAINS;
import static org.mailroom.settings.SettingName.RELAY_SESSIONS;
import static org.mailroom.settings.SettingName.REMOTE_SMTP_PORT;
import static org.mailroom.settings.SettingName.REMOTE_TIMEOUTS;
import static org.mailroom.settings.SettingName.RETRY;
import static org.mailroom.settings.SettingName.SMART_HOST;
import static org.mailroom.settings.SettingName.SMART_HOST_PASSWORD_FILE;
import static org.mailroom.settings.SettingName.SMART_HOST_TLS;
import static org.mailroom.settings.SettingName.SMART_HOST_USER;
import static org.mailroom.settings.SettingName.SMTP_PORT;
import static org.mailroom.settings.SettingName.STOP_GRACE;
import static org.mailroom.settings.SettingName.SUBMISSIONS_PORT;
import static org.mailroom.settings.SettingName.SUBMISSION_PORT;
import static org.mailroom.settings.SettingName.TLS_CERTIFICATE;
import static org.mailroom.settings.SettingName.TLS_KEY;
import static org.mailroom.settings.SettingName.TRACKING_DAYS;
import static org.mailroom.settings.SettingName.TRUSTED_NETWORKS;
import static org.mailroom.settings.SettingName.WILDFLY_HOME;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mail.Domain;
import org.mailroom.mail.IpLiteral;
import org.mailroom.retry.RetrySchedule;
import org.mailroom.settings.Settings.Ports;
import org.mailroom.settings.Settings.Shortage;
import org.mailroom.smtp.client.SmtpClientTimeouts;

/**
 * Makes {@link Settings} of {@code MAILROOM_} names, or says everything that is wrong with them. An
 * empty value stands for the default. Names that don't begin with {@code MAILROOM_} are ignored.
 */
public final class SettingsParser {

  /** Beyond it the broker takes no message, and there would be nothing left to refuse. */
  private static final int MOST_DISK_USE = 94;

  private final SettingsReader reader;
  private final boolean forHub;

  private SettingsParser(SettingsReader reader, boolean forHub) {
    this.reader = reader;
    this.forHub = forHub;
  }

  /**
   * Reads the settings. Relative paths are taken from the working directory. Opens no file: it is
   * not the business of every command what is in a password file.
   *
   * @param environment names and values, such as the process has them
   * @throws SettingsException with all problems, when there is one
   */
  public static Settings parse(Map<String, String> environment) throws SettingsException {
    return parse(environment, false);
  }

  /**
   * The same for a hub that starts: reads the password and certificate files as well.
   *
   * @throws SettingsException with all problems, those of the files among them
   */
  public static Settings parseForHub(Map<String, String> environment) throws SettingsException {
    return parse(environment, true);
  }

  private static Settings parse(Map<String, String> environment, boolean forHub)
      throws SettingsException {
    SettingsReader reader = new SettingsReader(environment);
    Settings settings = new SettingsParser(reader, forHub).settings();
    Combinations.check(settings, reader);
    return reader.soundly(settings);
  }

  private Settings settings() {
    Domain hostname = hostname();
    return new Settings(
        path(DATA).orElseGet(() -> SettingForms.path("data")),
        path(WILDFLY_HOME),
        reader.value(
            BIND,
            IpLiteral.parse("127.0.0.1"),
            "an IP address such as 127.0.0.1 or 0.0.0.0",
            IpLiteral::parse),
        ports(),
        certificate(),
        port(REMOTE_SMTP_PORT, 25),
        reader.value(
            REMOTE_TIMEOUTS,
            SmtpClientTimeouts.DEFAULTS,
            RemoteTimeouts.FORM,
            RemoteTimeouts::parse),
        hostname,
        domain(DOMAIN, hostname),
        reader.value(
            ADMIN,
            "admin",
            "a user name: at most 64 letters, digits and . _ - @",
            SettingForms::userName),
        reader.value(
            ADMIN_PASSWORD,
            Optional.empty(),
            "8 characters or more, in at most 72 octets",
            text -> Optional.of(SettingForms.password(text))),
        hostPort(SMART_HOST, 25),
        reader.value(
            SMART_HOST_TLS,
            TlsDemand.OPPORTUNISTIC,
            "none, opportunistic, required or verified",
            SettingForms::tlsDemand),
        smartHostLogin(),
        reader.list(
            TRUSTED_NETWORKS,
            List.of(Network.parse("127.0.0.0/8"), Network.parse("::1/128")),
            "networks such as 10.0.0.0/8 or ::1/128",
            Network::parse),
        Set.copyOf(
            reader.list(
                RELAY_DOMAINS,
                List.of(),
                "domain names such as example.com",
                SettingForms::domainName)),
        hostPort(DNS, 53),
        reader.value(
            RETRY,
            RetrySchedule.STEADY,
            "steady, backoff, or delays such as 5m,15m,30m whose last one repeats",
            SettingForms::schedule),
        duration(EXPIRY, Duration.ofDays(5), Duration.ofDays(365)),
        duration(DELAY_NOTICE, Duration.ofHours(4), Duration.ofDays(365)),
        size(MESSAGE_SIZE, 36L << 20, 64L << 10, 1L << 30),
        reader.value(
            RELAY_SESSIONS,
            64,
            "a number, 1 to 1000",
            SettingForms::number,
            number -> number >= 1 && number <= 1000),
        duration(STOP_GRACE, Duration.ofSeconds(60), Duration.ofHours(1)),
        database(),
        reader.value(
            TRACKING_DAYS,
            90,
            "a number of days, 0 to 3650",
            SettingForms::number,
            days -> days <= 3650),
        size(HEAP, 1L << 30, 256L << 20, 1L << 40),
        reader.has(JAVA_OPTS) ? List.of(reader.text(JAVA_OPTS).split("\\s+")) : List.of(),
        shortage());
  }

  /** Who lowers the one limit need not think of the other. */
  private Shortage shortage() {
    int diskFull = percentage(DISK_FULL, 90, MOST_DISK_USE);
    int diskLow = percentage(DISK_LOW, Math.min(85, diskFull), MOST_DISK_USE);
    return new Shortage(diskLow, diskFull, percentage(HEAP_FULL, 75, 95));
  }

  /** Asks the machine for its name only when nobody gave one: that may take its time. */
  private Domain hostname() {
    return reader.has(HOSTNAME) ? domain(HOSTNAME, Domain.of("localhost")) : MachineName.get();
  }

  private Ports ports() {
    return new Ports(
        portOrOff(SMTP_PORT, 2525),
        portOrOff(SUBMISSION_PORT, 2587),
        portOrOff(SUBMISSIONS_PORT, 2465),
        portOrOff(POP3_PORT, 2110),
        portOrOff(POP3S_PORT, 2995),
        portOrOff(IMAP_PORT, 2143),
        portOrOff(IMAPS_PORT, 2993),
        port(HTTP_PORT, 8080),
        portOrOff(HTTPS_PORT, 8443),
        port(MANAGEMENT_PORT, 9990));
  }

  private Optional<CertificateFiles> certificate() {
    Optional<Path> certificate = path(TLS_CERTIFICATE);
    Optional<Path> key = path(TLS_KEY);
    if (certificate.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    CertificateFiles files = new CertificateFiles(certificate.get(), key.get());
    if (forHub) {
      files
          .problem()
          .ifPresent(
              problem -> reader.problem("can't be used: " + problem, TLS_CERTIFICATE, TLS_KEY));
    }
    return Optional.of(files);
  }

  private int percentage(SettingName name, int otherwise, int most) {
    return reader.value(
        name,
        otherwise,
        "a percentage, 1 to " + most,
        SettingForms::number,
        percent -> percent >= 1 && percent <= most);
  }

  private Optional<Login> smartHostLogin() {
    Optional<String> user =
        reader.value(
            SMART_HOST_USER,
            Optional.empty(),
            "a user name: at most 255 characters, without control characters",
            text -> Optional.of(SettingForms.loginName(text)));
    Optional<Path> file = path(SMART_HOST_PASSWORD_FILE);
    if (user.isEmpty() || file.isEmpty()) {
      return Optional.empty();
    }
    Login login = new Login(user.get(), file.get(), Optional.empty());
    return Optional.of(forHub ? withPassword(login) : login);
  }

  private Login withPassword(Login login) {
    try {
      return login.with(PasswordFile.read(login.passwordFile()));
    } catch (IOException e) {
      reader.problem(e.getMessage(), SMART_HOST_PASSWORD_FILE);
      return login;
    }
  }

  private Optional<DatabaseAddress> database() {
    String user =
        reader.value(
            DB_USER,
            "mailroom",
            "a user name of at most 63 characters",
            SettingForms::databaseUser);
    Optional<Secret> password =
        reader.value(
            DB_PASSWORD,
            Optional.empty(),
            "1 to 200 characters",
            text -> Optional.of(SettingForms.databasePassword(text)));
    return reader
        .value(
            DB_URL,
            Optional.<String>empty(),
            DatabaseAddress.FORM + ", without a password",
            text -> Optional.of(DatabaseAddress.url(text)))
        .map(url -> new DatabaseAddress(url, user, password));
  }

  private int port(SettingName name, int otherwise) {
    return reader.value(
        name,
        otherwise,
        "a port, 1 to 65535",
        SettingForms::number,
        port -> port >= 1 && port <= 65535);
  }

  private int portOrOff(SettingName name, int otherwise) {
    return reader.value(
        name,
        otherwise,
        "a port, 1 to 65535, or 0 to turn the listener off",
        SettingForms::number,
        port -> port <= 65535);
  }

  private Optional<Path> path(SettingName name) {
    return reader.value(
        name, Optional.empty(), "a path", text -> Optional.of(SettingForms.path(text)));
  }

  private Domain domain(SettingName name, Domain otherwise) {
    return reader.value(
        name, otherwise, "a domain name such as mail.example.com", SettingForms::domainName);
  }

  private Optional<HostPort> hostPort(SettingName name, int defaultPort) {
    return reader.value(
        name,
        Optional.empty(),
        "[host]:port or host:port",
        text -> Optional.of(HostPort.parse(text, defaultPort)));
  }

  private Duration duration(SettingName name, Duration otherwise, Duration most) {
    return reader.value(
        name,
        otherwise,
        "a duration of at most " + Durations.format(most) + ": " + Durations.FORM,
        Durations::parse,
        duration -> duration.compareTo(most) <= 0);
  }

  private long size(SettingName name, long otherwise, long least, long most) {
    return reader.value(
        name,
        otherwise,
        "a size, " + Sizes.format(least) + " to " + Sizes.format(most) + ": " + Sizes.FORM,
        Sizes::parse,
        size -> size >= least && size <= most);
  }
}
