package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.RawSmtp;

/** The directory over REST, and what mail sees of a change. */
class DirectoryIT extends DeployedHub {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Not in the trusted networks. */
  private static final String STRANGER = "127.0.0.2";

  @Test
  void theFirstStartMadeADirectoryOfTheSettings() throws Exception {
    JsonObject domains = ok("GET", "domains", "");
    assertThat(domains.toString()).contains("\"hub.test\"", "\"partner.test\"");
    JsonObject admin = ok("GET", "accounts/admin@hub.test", "");
    assertThat(admin.getJsonArray("roles").getValuesAs(JsonString::getString))
        .containsExactly("administrator");
    assertThat(admin.toString()).doesNotContain("password", "bcrypt", "scram");
    assertThat(DATA.resolve("secrets/first-password")).doesNotExist();
  }

  @Test
  void aRelayDomainCountsForTheNextMailUntilItIsRemoved() throws Exception {
    assertThat(rcpt("bob@added.test")).startsWith("550 5.7.1");
    ok("POST", "domains", "{\"name\":\"Added.test\",\"relay\":true,\"reason\":\"a partner\"}");
    assertThat(rcpt("bob@added.test")).startsWith("250");
    ok("DELETE", "domains/added.test?reason=gone", "");
    assertThat(rcpt("bob@added.test")).startsWith("550 5.7.1");
    assertThat(ok("GET", "audit?size=20", "").toString())
        .contains("\"add domain\"", "\"a partner\"", "\"remove domain\"", "\"gone\"");
  }

  @Test
  void aTrustedNetworkCountsForTheNextMail() throws Exception {
    ok("POST", "networks", "{\"network\":\"127.0.0.2/32\",\"comment\":\"a printer\"}");
    try {
      assertThat(rcpt("bob@anywhere.test")).startsWith("250");
      assertThat(ok("GET", "networks/127.0.0.2%2F32", "").getString("comment"))
          .isEqualTo("a printer");
    } finally {
      ok("DELETE", "networks/127.0.0.2%2F32", "");
    }
    assertThat(rcpt("bob@anywhere.test")).startsWith("550 5.7.1");
  }

  @Test
  void peopleAreAddedChangedAndRemoved() throws Exception {
    assertThat(
            ask("POST", "accounts", "{\"address\":\"Zoe@hub.test\",\"password\":\"correct horse\"}")
                .statusCode())
        .isEqualTo(201);
    assertThat(ask("POST", "accounts", "{\"address\":\"zoe@hub.test\"}").statusCode())
        .isEqualTo(409);
    ok("POST", "aliases", "{\"address\":\"z@hub.test\",\"targets\":[\"zoe@hub.test\"]}");
    assertThat(ask("DELETE", "accounts/zoe@hub.test", "").body())
        .contains("z@hub.test leads to zoe@hub.test");
    assertThat(
            ok("PATCH", "accounts/zoe@hub.test", "{\"name\":\"Zoe\",\"quota\":\"1GiB\"}")
                .getJsonNumber("quota")
                .longValue())
        .isEqualTo(1L << 30);
    ok("DELETE", "aliases/z@hub.test", "");
    ok("DELETE", "accounts/zoe@hub.test", "");
    assertThat(ask("GET", "accounts/zoe@hub.test", "").statusCode()).isEqualTo(404);
    assertThat(Files.readString(DATA.resolve("logs/server.log"))).doesNotContain("correct horse");
  }

  @Test
  void anImportIsWholeOrNotAtAll() throws Exception {
    HttpResponse<String> refused =
        csv("lists/import", "address,posting\na@hub.test,anyone\nb@hub.test,king\n");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("line 3: posting is one of anyone");
    assertThat(ask("GET", "lists/a@hub.test", "").statusCode()).isEqualTo(404);
    String sound = "address,posting,members\na@hub.test,anyone,x@files.test y@files.test\n";
    assertThat(csv("lists/import?dry_run=true", sound).body())
        .contains("\"added\":1", "\"dry_run\":true");
    assertThat(ask("GET", "lists/a@hub.test", "").statusCode()).isEqualTo(404);
    assertThat(csv("lists/import", sound).statusCode()).isEqualTo(200);
    HttpResponse<String> exported = ask("GET", "lists?format=csv", "");
    assertThat(exported.body()).contains("a@hub.test,,anyone,x@files.test y@files.test,,");
    assertThat(exported.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    ok("DELETE", "lists/a@hub.test", "");
  }

  @Test
  void aTokenMayDoWhatItsRoleMay() throws Exception {
    String token =
        ok("POST", "tokens", "{\"name\":\"it-auditor\",\"role\":\"auditor\"}").getString("token");
    assertThat(as(token, "GET", "audit", "").statusCode()).isEqualTo(200);
    assertThat(as(token, "POST", "domains", "{\"name\":\"x.test\"}").statusCode()).isEqualTo(403);
    assertThat(ok("GET", "tokens", "").toString()).contains("it-auditor").doesNotContain(token);
    ok("DELETE", "tokens/it-auditor", "");
    assertThat(as(token, "GET", "audit", "").statusCode()).isEqualTo(401);
  }

  @Test
  void theActorOfATokenIsTheTokenWhateverItSays() throws Exception {
    String token =
        ok("POST", "tokens", "{\"name\":\"it-admin\",\"role\":\"administrator\"}")
            .getString("token");
    as(token, "POST", "domains", "{\"name\":\"by-token.test\",\"relay\":true}");
    as(token, "DELETE", "domains/by-token.test", "");
    ok("DELETE", "tokens/it-admin", "");
    assertThat(ok("GET", "audit?size=20", "").toString()).contains("\"token it-admin\"");
  }

  @Test
  void theDocumentOfTheApiIsServed() throws Exception {
    assertThat(ok("GET", "openapi.json", "").getString("openapi")).startsWith("3.1");
  }

  private static String rcpt(String recipient) throws IOException {
    try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<ann@third.test>", "250");
      return smtp.command("RCPT TO:<" + recipient + ">");
    }
  }

  private static JsonObject ok(String method, String path, String body) throws Exception {
    HttpResponse<String> answer = ask(method, path, body);
    assertThat(answer.statusCode()).as(method + " " + path + answer.body()).isBetween(200, 201);
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  private static HttpResponse<String> ask(String method, String path, String body)
      throws Exception {
    return as(commandToken(), method, path, body);
  }

  private static HttpResponse<String> as(String token, String method, String path, String body)
      throws Exception {
    return send(token, method, path, "application/json", body);
  }

  private static HttpResponse<String> csv(String path, String body) throws Exception {
    return send(commandToken(), "POST", path, "text/csv", body);
  }

  private static HttpResponse<String> send(
      String token, String method, String path, String type, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + HTTP_PORT + "/api/" + path))
            .header("Authorization", "Bearer " + token)
            .header("Mailroom-Actor", "it");
    if (!body.isEmpty()) {
      request.header("Content-Type", type);
    }
    HttpRequest.BodyPublisher publisher =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    return HTTP.send(
        request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String commandToken() throws IOException {
    return Files.readString(DATA.resolve("secrets/command-token")).strip();
  }
}
