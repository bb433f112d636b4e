package org.mailroom.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailroom.settings.SettingsTrial.Change;

class SettingsTrialTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PATH", "/bin",
          "MAILROOM_HOSTNAME", "hub.corp.test",
          "MAILROOM_EXPIRY", "3d",
          "MAILROOM_JAVA_OPTS", "-Da=b");

  private static SettingsTrial.Outcome trial(String... lines) throws SettingsException {
    SettingsReport report =
        new SettingsReport(
            SettingsParser.parse(ENVIRONMENT), ENVIRONMENT, Set.of("MAILROOM_EXPIRY"));
    return new SettingsTrial(report, ENVIRONMENT).of(List.of(lines));
  }

  @Test
  void whatWouldBeAnotherIsTold() throws SettingsException {
    SettingsTrial.Outcome outcome =
        trial(
            "# at the door",
            "MAILROOM_SMTP_PORT=25",
            "MAILROOM_EXPIRY=\"4d\"",
            "",
            "MAILROOM_RETRY=steady");
    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.changes())
        .containsExactly(
            new Change(SettingName.SMTP_PORT, "2525", "25", false),
            new Change(SettingName.EXPIRY, "3d", "4d", false));
  }

  @Test
  void anEmptyValueIsTheDefault() throws SettingsException {
    assertThat(trial("MAILROOM_EXPIRY=").changes())
        .containsExactly(new Change(SettingName.EXPIRY, "3d", "5d", false));
  }

  @Test
  void whatTheEnvironmentHasWins() throws SettingsException {
    assertThat(trial("MAILROOM_HOSTNAME=other.corp.test").changes())
        .containsExactly(
            new Change(SettingName.HOSTNAME, "hub.corp.test", "other.corp.test", true));
  }

  @Test
  void secretsAreNotShown() throws SettingsException {
    SettingsTrial.Outcome outcome = trial("MAILROOM_JAVA_OPTS=-Dpassword=x");
    assertThat(outcome.toString()).doesNotContain("-D");
    assertThat(outcome.changes()).hasSize(1);
  }

  @Test
  void allProblemsAreThoseOfAStartAtOnce() throws SettingsException {
    List<String> problems =
        trial("nonsense", "MAILROOM_SMTP_PROT=25", "MAILROOM_EXPIRY=soon").problems();
    assertThat(problems).hasSize(3);
    assertThat(problems.get(0)).startsWith("line 1 is not a setting");
    assertThat(problems).anyMatch(line -> line.contains("MAILROOM_SMTP_PROT"));
    assertThat(problems).anyMatch(line -> line.contains("MAILROOM_EXPIRY"));
  }
}
