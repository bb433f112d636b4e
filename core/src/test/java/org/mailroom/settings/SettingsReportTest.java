package org.mailroom.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailroom.settings.SettingLine.Source;

class SettingsReportTest {

  private static final Map<String, String> SOME =
      Map.of(
          "MAILROOM_HOSTNAME", "hub.corp.test",
          "MAILROOM_EXPIRY", "2d",
          "MAILROOM_DB_URL", "jdbc:postgresql://db.corp.test/mail?options=hidden",
          "MAILROOM_JAVA_OPTS", "-Djavax.net.ssl.trustStorePassword=hidden");

  @Test
  void whatItCallsDefaultIsTheDefault() throws SettingsException {
    Map<String, String> defaults = new HashMap<>();
    SettingsReport.DEFAULTS.forEach((name, value) -> defaults.put(name.key(), value));
    String tls = defaults.remove("MAILROOM_SMART_HOST_TLS");
    Settings unset = SettingsParser.parse(Map.of());
    assertThat(SettingsParser.parse(defaults)).isEqualTo(unset);
    assertThat(SettingForms.tlsDemand(tls)).isEqualTo(unset.smartHostTls());
  }

  @Test
  void itSaysWhereEachComesFrom() throws SettingsException {
    SettingLine expiry = line(SOME, SettingName.EXPIRY);
    assertThat(expiry.value()).isEqualTo("2d");
    assertThat(expiry.otherwise()).isEqualTo("5d");
    assertThat(expiry.source()).isEqualTo(Source.FILE);
    assertThat(line(SOME, SettingName.HOSTNAME).source()).isEqualTo(Source.ENVIRONMENT);
    SettingLine domain = line(SOME, SettingName.DOMAIN);
    assertThat(domain.value()).isEqualTo("hub.corp.test");
    assertThat(domain.source()).isEqualTo(Source.DEFAULT);
  }

  @Test
  void aLowLimitFollowsTheOther() throws SettingsException {
    assertThat(line(Map.of("MAILROOM_DISK_FULL", "70"), SettingName.DISK_LOW).value())
        .isEqualTo("70");
  }

  @Test
  void noSecretIsInIt() throws SettingsException {
    assertThat(report(SOME).lines()).noneMatch(line -> line.value().contains("hidden"));
    assertThat(line(SOME, SettingName.DB_URL).value())
        .isEqualTo("jdbc:postgresql://db.corp.test/mail");
    assertThat(line(SOME, SettingName.JAVA_OPTS).source()).isEqualTo(Source.ENVIRONMENT);
  }

  private static SettingLine line(Map<String, String> environment, SettingName name)
      throws SettingsException {
    return report(environment).lines().stream()
        .filter(line -> line.name() == name)
        .findAny()
        .orElseThrow();
  }

  private static SettingsReport report(Map<String, String> environment) throws SettingsException {
    return new SettingsReport(
        SettingsParser.parse(environment), environment, Set.of("MAILROOM_EXPIRY"));
  }
}
