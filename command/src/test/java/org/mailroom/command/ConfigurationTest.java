package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.settings.SettingName;

class ConfigurationTest {

  @TempDir private Path home;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    installation = new Installation(home);
    Files.createDirectories(home.resolve("config"));
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    file("MAILROOM_SMTP_PORT=2526\nMAILROOM_HTTP_PORT=8081\n");

    Configuration configuration = load(Map.of("MAILROOM_SMTP_PORT", "2527", "HOME", "/root"));

    assertThat(configuration.problems()).isEmpty();
    assertThat(configuration.settings().ports().smtp()).isEqualTo(2527);
    assertThat(configuration.settings().ports().http()).isEqualTo(8081);
    assertThat(configuration.values()).doesNotContainKey("HOME");
  }

  @Test
  void anEmptyValueInTheEnvironmentBringsTheDefaultBack() throws IOException {
    file("MAILROOM_SMTP_PORT=2526\n");

    Configuration configuration = load(Map.of("MAILROOM_SMTP_PORT", ""));

    assertThat(configuration.settings().ports().smtp()).isEqualTo(2525);
    assertThat(configuration.values()).doesNotContainKey("MAILROOM_SMTP_PORT");
  }

  @Test
  void pathsAreRelativeToWhereTheyAreWritten() throws IOException {
    file("MAILROOM_DATA=mail\nMAILROOM_WILDFLY_HOME=../wildfly\n");
    assertThat(load(Map.of()).settings().data()).isEqualTo(home.resolve("mail"));
    assertThat(load(Map.of()).settings().wildflyHome()).contains(home.resolveSibling("wildfly"));
    assertThat(load(Map.of("MAILROOM_DATA", "mail")).settings().data())
        .isEqualTo(Path.of("/somewhere/mail"));
  }

  @Test
  void withoutSettingsBothFoldersAreInTheInstallation() {
    Configuration configuration = load(Map.of());

    assertThat(configuration.settings().data()).isEqualTo(home.resolve("data"));
    assertThat(configuration.settings().wildflyHome())
        .contains(home.resolve(".wildfly/wildfly-39.0.1.Final"));
  }

  @Test
  void problemsOfTheFileAndOfTheValuesComeTogether() throws IOException {
    file("nonsense\nMAILROOM_COFFEE=black\n");

    Configuration configuration = load(Map.of("MAILROOM_HTTP_PORT", "x"));

    assertThat(configuration.problems())
        .containsExactly(
            home.resolve("config/mailroom.env")
                + " line 1 is not a setting: expected MAILROOM_NAME=value",
            "MAILROOM_COFFEE is not a setting; docs/settings.md lists them all",
            "MAILROOM_HTTP_PORT is \"x\": expected a port, 1 to 65535");
    assertThat(configuration.doubts().test(SettingName.HTTP_PORT)).isTrue();
  }

  private void file(String text) throws IOException {
    Files.writeString(installation.environmentFile(), text);
  }

  private Configuration load(Map<String, String> environment) {
    return Configuration.load(installation, Path.of("/somewhere"), environment);
  }
}
