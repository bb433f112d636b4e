package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.it.deployed.ConsoleClient.Answer;
import org.openqa.selenium.By;

/** Who gets into the console, and to which pages. */
class DoorConsoleIT extends DeployedHub {

  private static final String PASSWORD = "a password of eve";
  private static final List<String> ROLES =
      List.of("administrator", "operator", "help-desk", "auditor", "domain-admin", "user");

  private static final List<String> STAFF =
      List.of("administrator", "operator", "help-desk", "auditor");
  private static final List<String> DIRECTORY =
      List.of("administrator", "operator", "help-desk", "auditor", "domain-admin");

  /** Each page, and the roles that may see it. */
  private static final Map<String, List<String>> PAGES =
      Map.ofEntries(
          Map.entry("/queues.xhtml", STAFF),
          Map.entry("/sessions.xhtml", STAFF),
          Map.entry("/domains.xhtml", STAFF),
          Map.entry("/accounts.xhtml", DIRECTORY),
          Map.entry("/aliases.xhtml", DIRECTORY),
          Map.entry("/lists.xhtml", DIRECTORY),
          Map.entry("/settings.xhtml", List.of("administrator", "operator", "auditor")),
          Map.entry("/audit.xhtml", List.of("administrator", "operator", "auditor")),
          Map.entry("/audit.csv", List.of("administrator", "operator", "auditor")),
          Map.entry("/first-steps.xhtml", List.of("administrator")),
          Map.entry("/roles.xhtml", STAFF),
          Map.entry("/tokens.xhtml", List.of("administrator", "operator", "auditor")),
          Map.entry("/my-account.xhtml", ROLES));

  @RegisterExtension final Added directory = new Added();

  @Test
  void anAccountSignsInAndSeesWhatIsForItsRole() throws Exception {
    account("seen.test", "auditor");
    try (Browser browser = new Browser()) {
      browser.signIn("eve@seen.test", PASSWORD);
      browser.awaitText("eve@seen.test");
      assertThat(browser.path()).isEqualTo("/overview.xhtml");
      assertThat(browser.consoleErrors()).isEmpty();
    }
    assertThat(DirectoryApi.ok("GET", "audit?size=20", "").toString())
        .contains("\"actor\":\"eve@seen.test\",\"action\":\"sign in\"");
    assertThat(Files.readString(DATA.resolve("logs/server.log")))
        .contains("eve@seen.test has signed in at the console from 127.0.0.1");
  }

  @Test
  void whoHasNoRoleSeesTheirAccountAndIsToldWhatElseIsNotForThem() throws Exception {
    account("nothing.test", "user");
    try (Browser browser = new Browser()) {
      browser.signIn("eve@nothing.test", PASSWORD);
      browser.awaitText("My account");
      assertThat(browser.path()).isEqualTo("/my-account.xhtml");
      browser.open("/queues.xhtml");
      browser.awaitText("This isn’t for your roles");
      browser.find(By.id("signOut")).click();
      browser.find(By.id("j_username"));
    }
  }

  @Test
  void eachRoleSeesItsPagesAndNoOther() throws Exception {
    account("roles.test", "user");
    ConsoleClient eve = ConsoleClient.signedIn("eve@roles.test", PASSWORD);
    for (String role : ROLES) {
      set("eve@roles.test", "{\"roles\":[\"" + role + "\"]}");
      for (Map.Entry<String, List<String>> page : PAGES.entrySet()) {
        assertThat(eve.get(page.getKey()).status())
            .as(page.getKey() + " for " + role)
            .isEqualTo(page.getValue().contains(role) ? 200 : 403);
      }
      assertThat(eve.get("/no-such-page.xhtml").status()).as(role).isEqualTo(404);
    }
  }

  @Test
  void aSessionEndsWithTheLoginThatItBeganWith() throws Exception {
    account("ended.test", "administrator");
    ConsoleClient eve = ConsoleClient.signedIn("eve@ended.test", PASSWORD);
    assertThat(eve.get("/queues.xhtml").status()).isEqualTo(200);
    set("eve@ended.test", "{\"password\":\"another of eve's\"}");
    assertThat(eve.get("/queues.xhtml").location()).startsWith("/login.xhtml");
    eve = ConsoleClient.signedIn("eve@ended.test", "another of eve's");
    set("eve@ended.test", "{\"enabled\":false}");
    assertThat(eve.get("/queues.xhtml").location()).startsWith("/login.xhtml");
    assertThat(eve.signIn("eve@ended.test", "another of eve's").location())
        .contains("failed=wrong");
  }

  @Test
  void whoSignsInGetsANewSession() throws Exception {
    account("fixed.test", "operator");
    ConsoleClient eve = new ConsoleClient();
    eve.get("/login.xhtml");
    String before = eve.session().orElseThrow();
    assertThat(eve.signIn("eve@fixed.test", PASSWORD).location()).isEqualTo("/");
    assertThat(eve.session()).isNotEmpty().get().isNotEqualTo(before);
    assertThat(new ConsoleClient().inSession(before).get("/queues.xhtml").location())
        .startsWith("/login.xhtml");
  }

  @Test
  void whoGuessesWaitsAndIsLockedOutFromThere() throws Exception {
    account("guessed.test", "operator");
    ConsoleClient guesser = new ConsoleClient();
    assertThat(guesser.signIn("eve@guessed.test", "wrong").location()).contains("failed=wrong");
    assertThat(guesser.signIn("eve@guessed.test", PASSWORD).location()).contains("failed=soon");
    assertThat(guesser.get("/queues.xhtml").location()).startsWith("/login.xhtml");
    ConsoleClient.signedIn("eve@guessed.test", PASSWORD);
    assertThat(Files.readString(DATA.resolve("logs/server.log")))
        .contains("A sign-in at the console as eve@guessed.test from 127.");
  }

  @Test
  void afterTheSignInComesThePageThatWasWantedAndNoneElsewhere() throws Exception {
    account("wanted.test", "operator");
    ConsoleClient eve = new ConsoleClient();
    Answer asked = eve.get("/queues.xhtml?state=held&page=2");
    assertThat(asked.location())
        .isEqualTo("/login.xhtml?next=%2Fqueues.xhtml%3Fstate%3Dheld%26page%3D2");
    assertThat(signIn(eve, "/queues.xhtml?state=held").location())
        .isEqualTo("/queues.xhtml?state=held");
    assertThat(signIn(eve, "//evil.test/").location()).isEqualTo("/");
  }

  @Test
  void aFormOfAnotherSiteSignsNobodyIn() throws Exception {
    account("forged.test", "operator");
    ConsoleClient eve = new ConsoleClient();
    Answer answer =
        eve.post(
            "/j_security_check",
            Map.of("j_username", "eve@forged.test", "j_password", PASSWORD),
            Map.of("Sec-Fetch-Site", "cross-site"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(eve.get("/queues.xhtml").location()).startsWith("/login.xhtml");
  }

  @Test
  void theScriptOfAPageIsLedToTheSignIn() throws Exception {
    Answer answer =
        new ConsoleClient()
            .post("/queues.xhtml", Map.of("a", "b"), Map.of("Faces-Request", "partial/ajax"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("<redirect url=\"/login.xhtml?next=%2Fqueues.xhtml\"/>");
  }

  @Test
  void theScriptOfAPageThatIsTooOldIsLedToAnExplanation() throws Exception {
    account("old.test", "operator");
    Answer answer =
        ConsoleClient.signedIn("eve@old.test", PASSWORD)
            .post(
                "/queues.xhtml",
                Map.of("jakarta.faces.ViewState", "1:2", "jakarta.faces.partial.ajax", "true"),
                Map.of("Faces-Request", "partial/ajax"));
    assertThat(answer.body()).contains("<redirect url=\"/error.xhtml?reason=expired\"");
  }

  @Test
  void pagesAreInNoCacheAndInNoFrame() throws Exception {
    account("headers.test", "operator");
    ConsoleClient eve = ConsoleClient.signedIn("eve@headers.test", PASSWORD);
    for (String page : Arrays.asList("/queues.xhtml", "/login.xhtml")) {
      Map<String, String> headers = eve.get(page).headers();
      assertThat(headers.get("cache-control")).contains("no-store");
      assertThat(headers).containsEntry("x-content-type-options", "nosniff");
      assertThat(headers).containsEntry("referrer-policy", "same-origin");
      assertThat(headers.get("content-security-policy")).contains("frame-ancestors 'none'");
    }
    Map<String, String> first = new ConsoleClient().get("/login.xhtml").headers();
    assertThat(first.get("set-cookie")).contains("HttpOnly", "SameSite=Lax");
  }

  private static Answer signIn(ConsoleClient client, String next) throws IOException {
    return client.post(
        "/j_security_check",
        Map.of("j_username", "eve@wanted.test", "j_password", PASSWORD, "next", next));
  }

  private void account(String domain, String role) throws Exception {
    directory.domain(domain).account("eve@" + domain, "password", PASSWORD, "roles", List.of(role));
  }

  private static void set(String account, String members) throws Exception {
    DirectoryApi.ok("PATCH", "accounts/" + account, members);
  }
}
