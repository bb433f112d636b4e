package org.mailroom.settings;

import static org.mailroom.settings.SettingName.ADMIN;
import static org.mailroom.settings.SettingName.ADMIN_PASSWORD;
import static org.mailroom.settings.SettingName.BIND;
import static org.mailroom.settings.SettingName.DATA;
import static org.mailroom.settings.SettingName.DELAY_NOTICE;
import static org.mailroom.settings.SettingName.DNS;
import static org.mailroom.settings.SettingName.DOMAIN;
import static org.mailroom.settings.SettingName.EXPIRY;
import static org.mailroom.settings.SettingName.HEAP;
import static org.mailroom.settings.SettingName.HOSTNAME;
import static org.mailroom.settings.SettingName.HTTPS_PORT;
import static org.mailroom.settings.SettingName.HTTP_PORT;
import static org.mailroom.settings.SettingName.JAVA_OPTS;
import static org.mailroom.settings.SettingName.MANAGEMENT_PORT;
import static org.mailroom.settings.SettingName.MESSAGE_SIZE;
import static org.mailroom.settings.SettingName.RELAY_DOMAINS;
import static org.mailroom.settings.SettingName.RELAY_SESSIONS;
import static org.mailroom.settings.SettingName.REMOTE_SMTP_PORT;
import static org.mailroom.settings.SettingName.RETRY;
import static org.mailroom.settings.SettingName.SMART_HOST;
import static org.mailroom.settings.SettingName.SMART_HOST_TLS;
import static org.mailroom.settings.SettingName.SMTP_PORT;
import static org.mailroom.settings.SettingName.STOP_GRACE;
import static org.mailroom.settings.SettingName.TRUSTED_NETWORKS;
import static org.mailroom.settings.SettingName.WILDFLY_HOME;

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

/**
 * Makes {@link Settings} of {@code MAILROOM_} names, or says everything that is wrong with them. An
 * empty value stands for the default. Names that don't begin with {@code MAILROOM_} are ignored.
 */
public final class SettingsParser {

  private final SettingsReader reader;

  private SettingsParser(SettingsReader reader) {
    this.reader = reader;
  }

  /**
   * Reads the settings. Relative paths are taken from the working directory.
   *
   * @param environment names and values, such as the process has them
   * @throws SettingsException with all problems, when there is one
   */
  public static Settings parse(Map<String, String> environment) throws SettingsException {
    SettingsReader reader = new SettingsReader(environment);
    Settings settings = new SettingsParser(reader).settings();
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
        port(REMOTE_SMTP_PORT, 25),
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
        size(HEAP, 1L << 30, 256L << 20, 1L << 40),
        reader.has(JAVA_OPTS) ? List.of(reader.text(JAVA_OPTS).split("\\s+")) : List.of());
  }

  /** Asks the machine for its name only when nobody gave one: that may take its time. */
  private Domain hostname() {
    return reader.has(HOSTNAME) ? domain(HOSTNAME, Domain.of("localhost")) : MachineName.get();
  }

  private Ports ports() {
    return new Ports(
        portOrOff(SMTP_PORT, 2525),
        port(HTTP_PORT, 8080),
        portOrOff(HTTPS_PORT, 8443),
        port(MANAGEMENT_PORT, 9990));
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
