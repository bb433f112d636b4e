package org.mailroom.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.mail.Domain;
import org.mailroom.mail.IpLiteral;
import org.mailroom.retry.RetrySchedule;
import org.mailroom.smtp.client.SmtpClientTimeouts;

class SettingsParserTest {

  @Test
  void nothingSetGivesTheDocumentedDefaults() throws Exception {
    Settings settings = SettingsParser.parse(Map.of());

    assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(settings.wildflyHome()).isEmpty();
    assertThat(settings.bind()).isEqualTo(IpLiteral.parse("127.0.0.1"));
    assertThat(settings.ports())
        .isEqualTo(new Settings.Ports(2525, 2587, 2465, 2110, 2995, 2143, 2993, 8080, 8443, 9990));
    assertThat(settings.remoteSmtpPort()).isEqualTo(25);
    assertThat(settings.domain()).isEqualTo(settings.hostname());
    assertThat(settings.admin()).isEqualTo("admin");
    assertThat(settings.adminPassword()).isEmpty();
    assertThat(settings.smartHost()).isEmpty();
    assertThat(settings.smartHostTls()).isEqualTo(TlsDemand.OPPORTUNISTIC);
    assertThat(settings.smartHostLogin()).isEmpty();
    assertThat(settings.trustedNetworks())
        .containsExactly(Network.parse("127.0.0.0/8"), Network.parse("::1"));
    assertThat(settings.relayDomains()).isEmpty();
    assertThat(settings.dns()).isEmpty();
    assertThat(settings.retry()).isEqualTo(RetrySchedule.STEADY);
    assertThat(settings.expiry()).isEqualTo(Duration.ofDays(5));
    assertThat(settings.delayNotice()).isEqualTo(Duration.ofHours(4));
    assertThat(settings.messageSize()).isEqualTo(36L << 20);
    assertThat(settings.relaySessions()).isEqualTo(64);
    assertThat(settings.stopGrace()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.database()).isEmpty();
    assertThat(settings.trackingDays()).isEqualTo(90);
    assertThat(settings.heap()).isEqualTo(1L << 30);
    assertThat(settings.javaOptions()).isEmpty();
    assertThat(settings.shortage()).isEqualTo(new Settings.Shortage(85, 90, 75));
  }

  @Test
  void theDiskIsLowBeforeItIsFull() throws Exception {
    assertThat(problems(Map.of("MAILROOM_DISK_LOW", "91")))
        .containsExactly(
            "MAILROOM_DISK_LOW and MAILROOM_DISK_FULL are 91 and 90: expected the first to be at"
                + " most the second");
    assertThat(problems(Map.of("MAILROOM_DISK_FULL", "95")))
        .containsExactly("MAILROOM_DISK_FULL is \"95\": expected a percentage, 1 to 94");
  }

  @Test
  void everySettingIsRead() throws Exception {
    Settings settings =
        SettingsParser.parse(
            Map.ofEntries(
                Map.entry("MAILROOM_DATA", "/srv/mail/../mailroom"),
                Map.entry("MAILROOM_WILDFLY_HOME", "/opt/wildfly"),
                Map.entry("MAILROOM_BIND", "::"),
                Map.entry("MAILROOM_SMTP_PORT", "25"),
                Map.entry("MAILROOM_HTTP_PORT", "80"),
                Map.entry("MAILROOM_HTTPS_PORT", "0"),
                Map.entry("MAILROOM_MANAGEMENT_PORT", "9991"),
                Map.entry("MAILROOM_REMOTE_SMTP_PORT", "2526"),
                Map.entry("MAILROOM_REMOTE_TIMEOUTS", "greeting=1m, dot=20m"),
                Map.entry("MAILROOM_HOSTNAME", "mx.corp.test"),
                Map.entry("MAILROOM_DOMAIN", "例子.test"),
                Map.entry("MAILROOM_ADMIN", "ann@corp.test"),
                Map.entry("MAILROOM_ADMIN_PASSWORD", "correct horse"),
                Map.entry("MAILROOM_SMART_HOST", "[2001:db8::25]:2525"),
                Map.entry("MAILROOM_SMART_HOST_TLS", "verified"),
                Map.entry("MAILROOM_SMART_HOST_USER", "hub 1"),
                Map.entry("MAILROOM_SMART_HOST_PASSWORD_FILE", "/run/secrets/smart-host"),
                Map.entry("MAILROOM_TRUSTED_NETWORKS", "10.0.0.0/8, fd00::/8"),
                Map.entry("MAILROOM_RELAY_DOMAINS", "a.test b.test"),
                Map.entry("MAILROOM_DNS", "127.0.0.1:5353"),
                Map.entry("MAILROOM_RETRY", "2s, 5s,10s"),
                Map.entry("MAILROOM_EXPIRY", "90m"),
                Map.entry("MAILROOM_DELAY_NOTICE", "500ms"),
                Map.entry("MAILROOM_MESSAGE_SIZE", "50m"),
                Map.entry("MAILROOM_RELAY_SESSIONS", "8"),
                Map.entry("MAILROOM_STOP_GRACE", "5s"),
                Map.entry("MAILROOM_DISK_LOW", "40"),
                Map.entry("MAILROOM_DISK_FULL", "50"),
                Map.entry("MAILROOM_HEAP_FULL", "60"),
                Map.entry("MAILROOM_DB_URL", "jdbc:postgresql://db.corp.test/mail"),
                Map.entry("MAILROOM_DB_USER", "hub"),
                Map.entry("MAILROOM_DB_PASSWORD", "s3cret"),
                Map.entry("MAILROOM_TRACKING_DAYS", "30"),
                Map.entry("MAILROOM_HEAP", "512MiB"),
                Map.entry("MAILROOM_JAVA_OPTS", "-XX:+UseZGC  -Dx=y"),
                Map.entry("PATH", "/bin")));

    assertThat(settings)
        .isEqualTo(
            new Settings(
                Path.of("/srv/mailroom"),
                Optional.of(Path.of("/opt/wildfly")),
                IpLiteral.parse("::"),
                new Settings.Ports(25, 2587, 2465, 2110, 2995, 2143, 2993, 80, 0, 9991),
                Optional.empty(),
                2526,
                timeouts(Duration.ofMinutes(1), Duration.ofMinutes(20)),
                Domain.of("mx.corp.test"),
                Domain.of("例子.test"),
                "ann@corp.test",
                Optional.of(new Secret("correct horse")),
                Optional.of(new HostPort("2001:db8::25", 2525)),
                TlsDemand.VERIFIED,
                Optional.of(
                    new Login("hub 1", Path.of("/run/secrets/smart-host"), Optional.empty())),
                List.of(Network.parse("10.0.0.0/8"), Network.parse("fd00::/8")),
                Set.of(Domain.of("a.test"), Domain.of("b.test")),
                Optional.of(new HostPort("127.0.0.1", 5353)),
                new RetrySchedule(
                    List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10))),
                Duration.ofMinutes(90),
                Duration.ofMillis(500),
                50L << 20,
                8,
                Duration.ofSeconds(5),
                Optional.of(
                    new DatabaseAddress(
                        "jdbc:postgresql://db.corp.test/mail",
                        "hub",
                        Optional.of(new Secret("s3cret")))),
                30,
                512L << 20,
                List.of("-XX:+UseZGC", "-Dx=y"),
                new Settings.Shortage(40, 50, 60)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BIND              | localhost      | an IP address such as 127.0.0.1 or 0.0.0.0
          SMTP_PORT         | 25x            | a port, 1 to 65535, or 0 to turn the listener off
          SMTP_PORT         | 65536          | a port, 1 to 65535, or 0 to turn the listener off
          SMTP_PORT         | -1             | a port, 1 to 65535, or 0 to turn the listener off
          HTTP_PORT         | 0              | a port, 1 to 65535
          HTTPS_PORT        | ６４           | a port, 1 to 65535, or 0 to turn the listener off
          MANAGEMENT_PORT   | 99999999999    | a port, 1 to 65535
          REMOTE_SMTP_PORT  | 0              | a port, 1 to 65535
          HOSTNAME          | mx..test       | a domain name such as mail.example.com
          HOSTNAME          | [192.0.2.1]    | a domain name such as mail.example.com
          DOMAIN            | a b            | a domain name such as mail.example.com
          ADMIN             | ann smith      | a user name: at most 64 letters, digits and . _ - @
          ADMIN             | -ann           | a user name: at most 64 letters, digits and . _ - @
          SMART_HOST        | host:port      | [host]:port or host:port
          SMART_HOST        | 2001:db8::1    | [host]:port or host:port
          SMART_HOST        | host:0         | [host]:port or host:port
          TRUSTED_NETWORKS  | 10.0.0.1/8     | networks such as 10.0.0.0/8 or ::1/128, with commas between them, or none
          TRUSTED_NETWORKS  | 10.0.0.0/8,    | networks such as 10.0.0.0/8 or ::1/128, with commas between them, or none
          RELAY_DOMAINS     | a.test;b.test  | domain names such as example.com, with commas between them, or none
          DNS               | :53            | [host]:port or host:port
          RETRY             | often          | steady, backoff, or delays such as 5m,15m,30m whose last one repeats
          RETRY             | 0s             | steady, backoff, or delays such as 5m,15m,30m whose last one repeats
          RETRY             | 5m,,10m        | steady, backoff, or delays such as 5m,15m,30m whose last one repeats
          EXPIRY            | 5              | a duration of at most 365d: a number with ms, s, m, h or d, such as 90s or 4h
          EXPIRY            | 366d           | a duration of at most 365d: a number with ms, s, m, h or d, such as 90s or 4h
          DELAY_NOTICE      | 4 hours        | a duration of at most 365d: a number with ms, s, m, h or d, such as 90s or 4h
          STOP_GRACE        | 2h             | a duration of at most 1h: a number with ms, s, m, h or d, such as 90s or 4h
          MESSAGE_SIZE      | 36MB           | a size, 64KiB to 1GiB: a number with KiB, MiB or GiB (or k, m, g), such as 36MiB
          MESSAGE_SIZE      | 2g             | a size, 64KiB to 1GiB: a number with KiB, MiB or GiB (or k, m, g), such as 36MiB
          HEAP              | 999999999999g  | a size, 256MiB to 1024GiB: a number with KiB, MiB or GiB (or k, m, g), such as 36MiB
          RELAY_SESSIONS    | 0              | a number, 1 to 1000
          RELAY_SESSIONS    | 1001           | a number, 1 to 1000
          TRACKING_DAYS     | 3651           | a number of days, 0 to 3650
          """)
  void aMalformedValueIsNamedWithWhatIsExpected(String name, String value, String expected) {
    assertThat(problems(Map.of("MAILROOM_" + name, value)))
        .containsExactly("MAILROOM_" + name + " is \"" + value + "\": expected " + expected);
  }

  private static SmtpClientTimeouts timeouts(Duration greeting, Duration dot) {
    SmtpClientTimeouts usual = SmtpClientTimeouts.DEFAULTS;
    return new SmtpClientTimeouts(
        usual.connect(),
        greeting,
        usual.ehlo(),
        usual.startTls(),
        usual.auth(),
        usual.mail(),
        usual.rcpt(),
        usual.data(),
        usual.block(),
        dot,
        usual.quit());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5m",
        "greeting",
        "greeting=soon",
        "lunch=1h",
        "dot=2h",
        "dot=1m,dot=2m",
        "dot=0s"
      })
  void aTimeoutIsForAStageThatThereIsOnce(String timeouts) {
    assertThat(problems(Map.of("MAILROOM_REMOTE_TIMEOUTS", timeouts)))
        .singleElement()
        .asString()
        .startsWith("MAILROOM_REMOTE_TIMEOUTS is \"" + timeouts + "\": expected stages");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls", "Required", "VERIFIED"})
  void aTlsDemandIsOneOfFourWords(String demand) {
    assertThat(
            problems(Map.of("MAILROOM_SMART_HOST", "mx.test", "MAILROOM_SMART_HOST_TLS", demand)))
        .containsExactly(
            "MAILROOM_SMART_HOST_TLS is \""
                + demand
                + "\": expected none, opportunistic, required or verified");
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    assertThat(
            problems(
                Map.of(
                    "MAILROOM_SMPT_PORT", "25",
                    "MAILROOM_COFFEE", "black",
                    "MAILROOM_BIND", "here",
                    "MAILROOM_HTTP_PORT", "9990",
                    "MAILROOM_EXPIRY", "soon")))
        .containsExactly(
            "MAILROOM_COFFEE is not a setting; docs/settings.md lists them all",
            "MAILROOM_SMPT_PORT is not a setting; did you mean MAILROOM_SMTP_PORT?",
            "MAILROOM_BIND is \"here\": expected an IP address such as 127.0.0.1 or 0.0.0.0",
            "MAILROOM_EXPIRY is \"soon\": expected a duration of at most 365d: a number with ms, s,"
                + " m, h or d, such as 90s or 4h",
            "MAILROOM_HTTP_PORT and MAILROOM_MANAGEMENT_PORT are both 9990: expected two ports");
  }

  @Test
  void listenersThatAreOffDontShareAPort() throws Exception {
    assertThat(
            SettingsParser.parse(Map.of("MAILROOM_SMTP_PORT", "0", "MAILROOM_HTTPS_PORT", "0"))
                .ports())
        .isEqualTo(new Settings.Ports(0, 2587, 2465, 2110, 2995, 2143, 2993, 8080, 0, 9990));
  }

  @Test
  void aTlsDemandNeedsASmartHost() {
    assertThat(problems(Map.of("MAILROOM_SMART_HOST_TLS", "required")))
        .containsExactly("MAILROOM_SMART_HOST_TLS is set, but no smart host: expected both");
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, 127.0.0.1", "0.0.0.0, 127.0.0.1", "::, ::1"})
  void theSmartHostIsNotThisHub(String bind, String host) {
    assertThat(
            problems(Map.of("MAILROOM_BIND", bind, "MAILROOM_SMART_HOST", "[" + host + "]:2525")))
        .containsExactly(
            "MAILROOM_SMART_HOST is ["
                + host
                + "]:2525, this hub's own listener: expected another"
                + " server");
  }

  @Test
  void trustingEverybodyIsRefused() {
    assertThat(problems(Map.of("MAILROOM_TRUSTED_NETWORKS", "0.0.0.0/0")))
        .containsExactly(
            "MAILROOM_TRUSTED_NETWORKS trusts everybody, which makes an open relay: expected"
                + " networks of your own");
  }

  @Test
  void noneIsAnEmptyList() throws Exception {
    assertThat(SettingsParser.parse(Map.of("MAILROOM_TRUSTED_NETWORKS", "none")).trustedNetworks())
        .isEmpty();
  }

  @Test
  void anEmptyValueIsTheDefault() throws Exception {
    assertThat(
            SettingsParser.parse(Map.of("MAILROOM_SMART_HOST", "", "MAILROOM_SMTP_PORT", " "))
                .ports()
                .smtp())
        .isEqualTo(2525);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "hunter2\thunter2"})
  void aPasswordIsNeverRepeated(String password) throws Exception {
    assertThat(problems(Map.of("MAILROOM_ADMIN_PASSWORD", password)))
        .containsExactly(
            "MAILROOM_ADMIN_PASSWORD is unusable: expected 8 characters or more, in at most 72"
                + " octets");
    assertThat(SettingsParser.parse(Map.of("MAILROOM_ADMIN_PASSWORD", "correct horse")).toString())
        .doesNotContain("correct");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:x",
        "postgresql://db/mail",
        "jdbc:postgresql://ann:s3cret@db/mail",
        "jdbc:postgresql://db/mail?user=ann&password=s3cret",
        "jdbc:postgresql://db/ma il"
      })
  void aDatabaseUrlIsPostgresqlsAndHasNoPassword(String url) {
    assertThat(problems(Map.of("MAILROOM_DB_URL", url)))
        .containsExactly(
            "MAILROOM_DB_URL is unusable: expected jdbc:postgresql://host:port/database, without a"
                + " password");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db/mail, jdbc:postgresql://db/mail?socketTimeout=120",
    "jdbc:postgresql://db/mail?ssl=true, jdbc:postgresql://db/mail?ssl=true&socketTimeout=120",
    "jdbc:postgresql://db/mail?socketTimeout=0, jdbc:postgresql://db/mail?socketTimeout=0",
  })
  void anAnswerOfADatabaseIsNotWaitedForWithoutEnd(String url, String bounded) {
    assertThat(DatabaseAddress.bounded(url)).isEqualTo(bounded);
  }

  @Test
  void aDatabasesUserAndPasswordNeedADatabase() {
    assertThat(problems(Map.of("MAILROOM_DB_USER", "hub", "MAILROOM_DB_PASSWORD", "s3cret")))
        .containsExactly(
            "MAILROOM_DB_USER is set, but no MAILROOM_DB_URL: expected both",
            "MAILROOM_DB_PASSWORD is set, but no MAILROOM_DB_URL: expected both");
  }

  @Test
  void aDatabasesPasswordIsNeverShown() throws Exception {
    Settings settings =
        SettingsParser.parse(
            Map.of("MAILROOM_DB_URL", "jdbc:postgresql:mail", "MAILROOM_DB_PASSWORD", "s3cret"));
    assertThat(settings.toString()).contains("jdbc:postgresql:mail").doesNotContain("s3cret");
  }

  @Test
  void aProblemIsOneLineWhateverTheValue() {
    assertThat(problems(Map.of("MAILROOM_BIND", "a\nb\u001b[2J" + "x".repeat(500))))
        .singleElement()
        .satisfies(line -> assertThat(line).hasSizeLessThan(200).doesNotContainPattern("\\p{Cc}"));
  }

  @Test
  void furtherChecksGetWhatIsSoundAndKnowWhatIsNot() {
    SettingsException refusal =
        refusal(Map.of("MAILROOM_HTTP_PORT", "x", "MAILROOM_SMTP_PORT", "2626"));

    assertThat(refusal.usable().ports())
        .isEqualTo(new Settings.Ports(2626, 2587, 2465, 2110, 2995, 2143, 2993, 8080, 8443, 9990));
    assertThat(refusal.doubts(SettingName.HTTP_PORT)).isTrue();
    assertThat(refusal.doubts(SettingName.SMTP_PORT)).isFalse();
  }

  @Test
  void namesForOtherReadersAreKnown() throws Exception {
    assertThat(
            SettingsParser.parse(
                Map.of("MAILROOM_JAVA_HOME", "/opt/jdk", "MAILROOM_CORPUS", "/corpus")))
        .isNotNull();
  }

  private static List<String> problems(Map<String, String> environment) {
    return refusal(environment).problems();
  }

  private static SettingsException refusal(Map<String, String> environment) {
    return catchThrowableOfType(SettingsException.class, () -> SettingsParser.parse(environment));
  }
}
