package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;

class AdministratorTest {

  @Test
  void aPasswordThatNobodyChoseIsLongAndAnotherEachTime() throws Exception {
    Administrator one = administrator(Map.of());
    Administrator other = administrator(Map.of());

    assertThat(one.name()).isEqualTo("admin");
    assertThat(one.generated()).isTrue();
    assertThat(one.password().value()).matches("[a-z2-9]{20}");
    assertThat(other.password()).isNotEqualTo(one.password());
  }

  @Test
  void aChosenPasswordIsQuotedForTheServersCommandLine() throws Exception {
    Administrator ann =
        administrator(
            Map.of("MAILROOM_ADMIN", "ann", "MAILROOM_ADMIN_PASSWORD", "say \"a\\b\" 密码"));

    assertThat(ann.generated()).isFalse();
    assertThat(ann.operations())
        .satisfiesExactly(
            add -> assertThat(add).endsWith(":add-identity(identity=\"ann\")"),
            role -> assertThat(role).endsWith("name=groups,value=[\"Administrator\"])"),
            password ->
                assertThat(password)
                    .contains("bcrypt={password=\"say \\\"a\\\\b\\\" 密码\",salt=bytes{0x")
                    .matches(".*salt=bytes\\{0x..(,0x..){15}},iteration-count=10}\\)"));
    assertThat(ann.toString()).doesNotContain("密码");
  }

  private static Administrator administrator(Map<String, String> environment)
      throws SettingsException {
    return Administrator.of(SettingsParser.parse(environment));
  }
}
