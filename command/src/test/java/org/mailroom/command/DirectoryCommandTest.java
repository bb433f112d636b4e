package org.mailroom.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a hub that notes what it is asked, and answers what the test says. */
class DirectoryCommandTest {

  @TempDir private Path folder;
  private final InputStream standardInput = System.in;
  private final List<String> requests = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private HttpServer hub;
  private int status = 200;
  private String answer = "{}";

  @BeforeEach
  void startHub() throws IOException {
    Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(folder.resolve("secrets/command-token"), "the-token-of-the-data-directory");
    hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hub.createContext("/api/", this::answer);
    hub.start();
  }

  @AfterEach
  void stopHub() {
    hub.stop(0);
    System.setIn(standardInput);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    byte[] octets = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, octets.length);
    exchange.getResponseBody().write(octets);
    exchange.close();
  }

  private int run(String... words) {
    Map<String, String> environment =
        Map.of(
            "MAILROOM_DATA",
            folder.toString(),
            "MAILROOM_HTTP_PORT",
            Integer.toString(hub.getAddress().getPort()));
    Context context =
        new Context(
            new Installation(folder), folder, environment, new PrintStream(out, true, UTF_8));
    return Main.run(List.of(words), context, new PrintStream(err, true, UTF_8));
  }

  @Test
  void anAccountIsAddedWithThePasswordFromStandardInput() {
    System.setIn(new ByteArrayInputStream("correct horse\nmore\n".getBytes(UTF_8)));
    assertThat(
            run(
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
        .as(err.toString(UTF_8))
        .isZero();
    assertThat(requests)
        .containsExactly(
            "POST /api/accounts {\"name\":\"Ann\",\"roles\":\"auditor help-desk\","
                + "\"password\":\"correct horse\",\"reason\":\"new\",\"address\":\"ann@corp.test\"}");
    assertThat(out.toString(UTF_8)).isEqualTo("ann@corp.test is added\n");
  }

  @Test
  void aPasswordIsNeverAnArgument() {
    assertThat(run("account", "add", "ann@corp.test", "--password", "correct horse")).isEqualTo(2);
    System.setIn(new ByteArrayInputStream(new byte[0]));
    assertThat(run("account", "set", "ann@corp.test", "--password-stdin")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("There is no password on standard input");
    assertThat(requests).isEmpty();
  }

  @Test
  void entriesAreSetShownAndRemovedByTheirNames() {
    answer = "{\"network\":\"10.0.0.0/8\",\"comment\":\"printers\",\"repair\":true}";
    assertThat(run("network", "set", "10.0.0.0/8", "--repair", "yes")).isZero();
    assertThat(run("network", "show", "10.0.0.0/8")).isZero();
    assertThat(run("network", "remove", "10.0.0.0/8", "--reason", "they left")).isZero();
    assertThat(requests)
        .containsExactly(
            "PATCH /api/networks/10.0.0.0%2F8 {\"repair\":\"yes\"}",
            "GET /api/networks/10.0.0.0%2F8 ",
            "DELETE /api/networks/10.0.0.0%2F8?reason=they%20left ");
    assertThat(out.toString(UTF_8)).contains("network  10.0.0.0/8", "repair   true");
  }

  @Test
  void aListHasARowForEachEntry() {
    answer =
        "{\"aliases\":[{\"address\":\"a@corp.test\",\"targets\":[\"b@x.test\",\"c@x.test\"]}]}";
    assertThat(run("alias", "list")).isZero();
    assertThat(out.toString(UTF_8))
        .isEqualTo("ADDRESS      TARGETS\na@corp.test  b@x.test c@x.test\n");
  }

  @Test
  void importsSayWhatTheyDidAndEachLineThatIsWrong() throws IOException {
    Files.writeString(folder.resolve("people.csv"), "address\nann@corp.test\n");
    answer = "{\"added\":1,\"changed\":0,\"unchanged\":2,\"dry_run\":true}";
    assertThat(run("account", "import", "people.csv", "--dry-run")).isZero();
    assertThat(requests)
        .containsExactly("POST /api/accounts/import?dry_run=true address\nann@corp.test\n");
    assertThat(out.toString(UTF_8)).isEqualTo("would be: 1 added, 0 changed, 2 as before\n");
    status = 400;
    answer = "{\"error\":\"a; b\",\"errors\":[\"line 2: a\",\"line 3: b\"]}";
    assertThat(run("account", "import", "people.csv")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).isEqualTo("mailroom: line 2: a\nmailroom: line 3: b\n");
  }

  @Test
  void whatWasExportedAsJsonCanBeImported() throws IOException {
    answer = "{\"aliases\":[{\"address\":\"a@corp.test\",\"targets\":[\"b@x.test\"]}]}";
    assertThat(run("alias", "export", "--output", "aliases.json")).isZero();
    assertThat(Files.readString(folder.resolve("aliases.json"))).isEqualTo(answer);
    assertThat(run("alias", "import", "aliases.json")).isZero();
    assertThat(requests.get(1))
        .isEqualTo(
            "POST /api/aliases/import {\"entries\":"
                + "[{\"address\":\"a@corp.test\",\"targets\":[\"b@x.test\"]}],"
                + "\"dry_run\":false,\"reason\":\"\"}");
    Files.writeString(folder.resolve("broken.json"), "[{");
    assertThat(run("alias", "import", "broken.json")).isEqualTo(1);
    assertThat(run("account", "import", "aliases.json")).isEqualTo(1);
    assertThat(run("account", "import", "none.json")).isEqualTo(1);
    assertThat(requests).hasSize(2);
  }

  @Test
  void aTokenIsShown() {
    answer = "{\"name\":\"monitor\",\"role\":\"auditor\",\"token\":\"secret\"}";
    assertThat(run("token", "add", "monitor", "--role", "auditor")).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("secret\n");
    assertThat(requests)
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
      assertThat(run(words)).as(String.join(" ", words)).isEqualTo(2);
    }
    assertThat(requests).isEmpty();
  }
}
