package org.mailroom.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a hub that notes what it is asked, and answers what the test says. */
class DirectoryCommandTest {

  @TempDir private Path folder;
  private final InputStream standardInput = System.in;
  private NotedHub hub;

  @BeforeEach
  void startHub() throws IOException {
    hub = new NotedHub(folder);
  }

  @AfterEach
  void stopHub() {
    hub.close();
    System.setIn(standardInput);
  }

  @Test
  void anAccountIsAddedWithThePasswordFromStandardInput() {
    System.setIn(new ByteArrayInputStream("correct horse\nmore\n".getBytes(UTF_8)));
    assertThat(
            hub.run(
                "account",
                "add",
                "ann@corp.test",
                "--name",
                "Ann",
                "--roles",
                "auditor",
                "--roles",
                "help-desk",
                "--password-stdin",
                "--reason",
                "new"))
        .as(hub.err())
        .isZero();
    assertThat(hub.requests())
        .containsExactly(
            "POST /api/accounts {\"name\":\"Ann\",\"roles\":\"auditor help-desk\","
                + "\"password\":\"correct horse\",\"reason\":\"new\",\"address\":\"ann@corp.test\"}");
    assertThat(hub.out()).isEqualTo("ann@corp.test is added\n");
  }

  @Test
  void aPasswordIsNeverAnArgument() {
    assertThat(hub.run("account", "add", "ann@corp.test", "--password", "correct horse"))
        .isEqualTo(2);
    System.setIn(new ByteArrayInputStream(new byte[0]));
    assertThat(hub.run("account", "set", "ann@corp.test", "--password-stdin")).isEqualTo(1);
    assertThat(hub.err()).contains("There is no password on standard input");
    assertThat(hub.requests()).isEmpty();
  }

  @Test
  void entriesAreSetShownAndRemovedByTheirNames() {
    hub.answers(200, "{\"network\":\"10.0.0.0/8\",\"comment\":\"printers\",\"repair\":true}");
    assertThat(hub.run("network", "set", "10.0.0.0/8", "--repair", "yes")).isZero();
    assertThat(hub.run("network", "show", "10.0.0.0/8")).isZero();
    assertThat(hub.run("network", "remove", "10.0.0.0/8", "--reason", "they left")).isZero();
    assertThat(hub.requests())
        .containsExactly(
            "PATCH /api/networks/10.0.0.0%2F8 {\"repair\":\"yes\"}",
            "GET /api/networks/10.0.0.0%2F8 ",
            "DELETE /api/networks/10.0.0.0%2F8?reason=they%20left ");
    assertThat(hub.out()).contains("network  10.0.0.0/8", "repair   true");
  }

  @Test
  void aListHasARowForEachEntry() {
    hub.answers(
        200,
        "{\"aliases\":[{\"address\":\"a@corp.test\",\"targets\":[\"b@x.test\",\"c@x.test\"]}]}");
    assertThat(hub.run("alias", "list")).isZero();
    assertThat(hub.out()).isEqualTo("ADDRESS      TARGETS\na@corp.test  b@x.test c@x.test\n");
  }

  @Test
  void importsSayWhatTheyDidAndEachLineThatIsWrong() throws IOException {
    Files.writeString(folder.resolve("people.csv"), "address\nann@corp.test\n");
    hub.answers(200, "{\"added\":1,\"changed\":0,\"unchanged\":2,\"dry_run\":true}");
    assertThat(hub.run("account", "import", "people.csv", "--dry-run")).isZero();
    assertThat(hub.requests())
        .containsExactly("POST /api/accounts/import?dry_run=true address\nann@corp.test\n");
    assertThat(hub.out()).isEqualTo("would be: 1 added, 0 changed, 2 as before\n");
    hub.answers(400, "{\"error\":\"a; b\",\"errors\":[\"line 2: a\",\"line 3: b\"]}");
    assertThat(hub.run("account", "import", "people.csv")).isEqualTo(1);
    assertThat(hub.err()).isEqualTo("mailroom: line 2: a\nmailroom: line 3: b\n");
  }

  @Test
  void whatWasExportedAsJsonCanBeImported() throws IOException {
    String answer = "{\"aliases\":[{\"address\":\"a@corp.test\",\"targets\":[\"b@x.test\"]}]}";
    hub.answers(200, answer);
    assertThat(hub.run("alias", "export", "--output", "aliases.json")).isZero();
    assertThat(Files.readString(folder.resolve("aliases.json"))).isEqualTo(answer);
    assertThat(hub.run("alias", "import", "aliases.json")).isZero();
    assertThat(hub.requests().get(1))
        .isEqualTo(
            "POST /api/aliases/import {\"entries\":"
                + "[{\"address\":\"a@corp.test\",\"targets\":[\"b@x.test\"]}],"
                + "\"dry_run\":false,\"reason\":\"\"}");
    Files.writeString(folder.resolve("broken.json"), "[{");
    assertThat(hub.run("alias", "import", "broken.json")).isEqualTo(1);
    assertThat(hub.run("account", "import", "aliases.json")).isEqualTo(1);
    assertThat(hub.run("account", "import", "none.json")).isEqualTo(1);
    assertThat(hub.requests()).hasSize(2);
  }

  @Test
  void aTokenIsShown() {
    hub.answers(200, "{\"name\":\"monitor\",\"role\":\"auditor\",\"token\":\"secret\"}");
    assertThat(hub.run("token", "add", "monitor", "--role", "auditor")).isZero();
    assertThat(hub.out()).isEqualTo("secret\n");
    assertThat(hub.requests())
        .containsExactly("POST /api/tokens {\"name\":\"monitor\",\"role\":\"auditor\"}");
  }

  @Test
  void whatMeansNothingIsAUsageError() {
    for (String[] words :
        new String[][] {
          {"account"},
          {"account", "frobnicate"},
          {"account", "add"},
          {"account", "set", "ann@corp.test"},
          {"alias", "add", "a@corp.test", "--quota", "5"},
          {"domain", "add", "corp.test", "--password-stdin"},
          {"list", "export", "--csv", "--json"},
          {"token"},
          {"token", "add", "monitor"}
        }) {
      assertThat(hub.run(words)).as(String.join(" ", words)).isEqualTo(2);
    }
    assertThat(hub.requests()).isEmpty();
  }
}
