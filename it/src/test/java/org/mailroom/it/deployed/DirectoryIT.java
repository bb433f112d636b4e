package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.RawSmtp;

/** The directory over REST, and what mail sees of a change. */
class DirectoryIT extends DeployedHub {

  /** Not in the trusted networks. */
  private static final String STRANGER = "127.0.0.2";

  @Test
  void theFirstStartMadeADirectoryOfTheSettings() throws Exception {
    JsonObject domains = DirectoryApi.ok("GET", "domains", "");
    assertThat(domains.toString()).contains("\"hub.test\"", "\"partner.test\"");
    JsonObject admin = DirectoryApi.ok("GET", "accounts/admin@hub.test", "");
    assertThat(admin.getJsonArray("roles").getValuesAs(JsonString::getString))
        .containsExactly("administrator");
    assertThat(admin.toString()).doesNotContain("password", "bcrypt", "scram");
    assertThat(DATA.resolve("secrets/first-password")).doesNotExist();
  }

  @Test
  void aRelayDomainCountsForTheNextMailUntilItIsRemoved() throws Exception {
    assertThat(rcpt("bob@added.test")).startsWith("550 5.7.1");
    DirectoryApi.ok(
        "POST", "domains", "{\"name\":\"Added.test\",\"relay\":true,\"reason\":\"a partner\"}");
    assertThat(rcpt("bob@added.test")).startsWith("250");
    DirectoryApi.ok("DELETE", "domains/added.test?reason=gone", "");
    assertThat(rcpt("bob@added.test")).startsWith("550 5.7.1");
    assertThat(DirectoryApi.ok("GET", "audit?size=20", "").toString())
        .contains("\"add domain\"", "\"a partner\"", "\"remove domain\"", "\"gone\"");
  }

  @Test
  void aTrustedNetworkCountsForTheNextMail() throws Exception {
    DirectoryApi.ok("POST", "networks", "{\"network\":\"127.0.0.2/32\",\"comment\":\"a printer\"}");
    try {
      assertThat(rcpt("bob@anywhere.test")).startsWith("250");
      assertThat(DirectoryApi.ok("GET", "networks/127.0.0.2%2F32", "").getString("comment"))
          .isEqualTo("a printer");
    } finally {
      DirectoryApi.ok("DELETE", "networks/127.0.0.2%2F32", "");
    }
    assertThat(rcpt("bob@anywhere.test")).startsWith("550 5.7.1");
  }

  @Test
  void peopleAreAddedChangedAndRemoved() throws Exception {
    assertThat(
            DirectoryApi.ask(
                    "POST",
                    "accounts",
                    "{\"address\":\"Zoe@hub.test\",\"password\":\"correct horse\"}")
                .statusCode())
        .isEqualTo(201);
    assertThat(DirectoryApi.ask("POST", "accounts", "{\"address\":\"zoe@hub.test\"}").statusCode())
        .isEqualTo(409);
    DirectoryApi.ok(
        "POST", "aliases", "{\"address\":\"z@hub.test\",\"targets\":[\"zoe@hub.test\"]}");
    assertThat(DirectoryApi.ask("DELETE", "accounts/zoe@hub.test", "").body())
        .contains("z@hub.test leads to zoe@hub.test");
    assertThat(
            DirectoryApi.ok(
                    "PATCH", "accounts/zoe@hub.test", "{\"name\":\"Zoe\",\"quota\":\"1GiB\"}")
                .getJsonNumber("quota")
                .longValue())
        .isEqualTo(1L << 30);
    DirectoryApi.ok("DELETE", "aliases/z@hub.test", "");
    DirectoryApi.ok("DELETE", "accounts/zoe@hub.test", "");
    assertThat(DirectoryApi.ask("GET", "accounts/zoe@hub.test", "").statusCode()).isEqualTo(404);
    assertThat(Files.readString(DATA.resolve("logs/server.log"))).doesNotContain("correct horse");
  }

  @Test
  void anImportIsWholeOrNotAtAll() throws Exception {
    HttpResponse<String> refused =
        DirectoryApi.csv("lists/import", "address,posting\na@hub.test,anyone\nb@hub.test,king\n");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("line 3: posting is one of anyone");
    assertThat(DirectoryApi.ask("GET", "lists/a@hub.test", "").statusCode()).isEqualTo(404);
    String sound = "address,posting,members\na@hub.test,anyone,x@files.test y@files.test\n";
    assertThat(DirectoryApi.csv("lists/import?dry_run=true", sound).body())
        .contains("\"added\":1", "\"dry_run\":true");
    assertThat(DirectoryApi.ask("GET", "lists/a@hub.test", "").statusCode()).isEqualTo(404);
    assertThat(DirectoryApi.csv("lists/import", sound).statusCode()).isEqualTo(200);
    HttpResponse<String> exported = DirectoryApi.ask("GET", "lists?format=csv", "");
    assertThat(exported.body()).contains("a@hub.test,,anyone,x@files.test y@files.test,,");
    assertThat(exported.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    DirectoryApi.ok("DELETE", "lists/a@hub.test", "");
  }

  @Test
  void aTokenMayDoWhatItsRoleMay() throws Exception {
    String token =
        DirectoryApi.ok("POST", "tokens", "{\"name\":\"it-auditor\",\"role\":\"auditor\"}")
            .getString("token");
    assertThat(DirectoryApi.as(token, "GET", "audit", "").statusCode()).isEqualTo(200);
    assertThat(DirectoryApi.as(token, "POST", "domains", "{\"name\":\"x.test\"}").statusCode())
        .isEqualTo(403);
    assertThat(DirectoryApi.ok("GET", "tokens", "").toString())
        .contains("it-auditor")
        .doesNotContain(token);
    DirectoryApi.ok("DELETE", "tokens/it-auditor", "");
    assertThat(DirectoryApi.as(token, "GET", "audit", "").statusCode()).isEqualTo(401);
  }

  @Test
  void theActorOfATokenIsTheTokenWhateverItSays() throws Exception {
    String token =
        DirectoryApi.ok("POST", "tokens", "{\"name\":\"it-admin\",\"role\":\"administrator\"}")
            .getString("token");
    DirectoryApi.as(token, "POST", "domains", "{\"name\":\"by-token.test\",\"relay\":true}");
    DirectoryApi.as(token, "DELETE", "domains/by-token.test", "");
    DirectoryApi.ok("DELETE", "tokens/it-admin", "");
    assertThat(DirectoryApi.ok("GET", "audit?size=20", "").toString())
        .contains("\"token it-admin\"");
  }

  @Test
  void theDocumentOfTheApiIsServed() throws Exception {
    assertThat(DirectoryApi.ok("GET", "openapi.json", "").getString("openapi")).startsWith("3.1");
  }

  private static String rcpt(String recipient) throws IOException {
    try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<ann@third.test>", "250");
      return smtp.command("RCPT TO:<" + recipient + ">");
    }
  }
}
