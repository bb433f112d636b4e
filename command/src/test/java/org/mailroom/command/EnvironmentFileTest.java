package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentFileTest {

  @Test
  void linesAreNamesAndValues() {
    List<String> problems = new ArrayList<>();

    Map<String, String> values =
        EnvironmentFile.parse(
            List.of(
                "# ports",
                "",
                "MAILROOM_SMTP_PORT=25",
                "  MAILROOM_DOMAIN = corp.test",
                "MAILROOM_ADMIN=\"ann\"",
                "MAILROOM_ADMIN_PASSWORD='a = b # c'",
                "MAILROOM_SMART_HOST="),
            "mailroom.env",
            problems::add);

    assertThat(values)
        .containsExactly(
            Map.entry("MAILROOM_SMTP_PORT", "25"),
            Map.entry("MAILROOM_ADMIN", "ann"),
            Map.entry("MAILROOM_ADMIN_PASSWORD", "a = b # c"),
            Map.entry("MAILROOM_SMART_HOST", ""));
    assertThat(problems)
        .containsExactly("mailroom.env line 4 is not a setting: expected MAILROOM_NAME=value");
  }

  @Test
  void otherNamesAndOtherLinesAreProblems() {
    List<String> problems = new ArrayList<>();

    EnvironmentFile.parse(
        List.of("export MAILROOM_SMTP_PORT=25", "PATH=/bin", "hello"), "f", problems::add);

    assertThat(problems)
        .containsExactly(
            "f line 1 is not a setting: expected MAILROOM_NAME=value",
            "f line 2 is not a setting: expected MAILROOM_NAME=value",
            "f line 3 is not a setting: expected MAILROOM_NAME=value");
  }
}
