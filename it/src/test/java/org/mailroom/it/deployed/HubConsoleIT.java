package org.mailroom.it.deployed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.it.deployed.ConsoleClient.Answer;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The screens about the hub itself: tokens, sessions, roles, settings, the audit, the search. */
class HubConsoleIT extends DeployedHub {

  private static final String PASSWORD = "a password of eve";
  private static final int IMAP = Integer.getInteger("mailroom.it.imap");

  @RegisterExtension final Added directory = new Added();

  @Test
  void aTokenIsMadeShownOnceAndRevoked() throws Exception {
    try (Browser browser = new Browser()) {
      browser.signIn();
      browser.open("/tokens.xhtml");
      browser.find(By.id("name")).sendKeys("it-token");
      browser.find(By.id("why")).sendKeys("a test of tokens");
      browser.find(By.id("add")).click();
      String secret = browser.find(By.id("secret")).getText();
      browser.screenshot("tokens-made");
      assertThat(DirectoryApi.as(secret, "GET", "audit?size=1", "").statusCode()).isEqualTo(200);
      browser.open("/tokens.xhtml");
      browser.awaitText("it-token");
      assertThat(browser.text()).doesNotContain(secret);
      browser.find(By.cssSelector("[title='Revoke it-token']")).click();
      browser.awaitText("Programs that use the token it-token are refused");
      browser.screenshot("tokens-revoke");
      browser.find(By.id("revokeIt")).click();
      browser.awaitText("The token it-token is revoked");
      assertThat(DirectoryApi.as(secret, "GET", "audit?size=1", "").statusCode()).isEqualTo(401);
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void whoMayNotMakeTokensCantByHandEither() throws Exception {
    account("tokens.test", "auditor");
    ConsoleClient auditor = ConsoleClient.signedIn("eve@tokens.test", PASSWORD);
    Answer page = auditor.get("/tokens.xhtml");
    assertThat(page.body()).doesNotContain("id=\"add\"");
    auditor.post("/tokens.xhtml", newToken("by-hand", page));
    assertThat(tokens()).doesNotContain("by-hand");
    Added.change("accounts", "eve@tokens.test", "roles", List.of("administrator"));
    auditor.post("/tokens.xhtml", newToken("by-hand", auditor.get("/tokens.xhtml")));
    assertThat(tokens()).contains("by-hand");
    DirectoryApi.ok("DELETE", "tokens/by-hand", "");
  }

  @Test
  void aFormWithoutTheStateOfItsPageDoesNothing() throws Exception {
    account("forger.test", "administrator");
    ConsoleClient eve = ConsoleClient.signedIn("eve@forger.test", PASSWORD);
    Map<String, String> fields = newToken("forged", eve.get("/tokens.xhtml"));
    fields.put("jakarta.faces.ViewState", "1234:5678");
    assertThat(eve.post("/tokens.xhtml", fields).status()).isGreaterThanOrEqualTo(400);
    fields.remove("jakarta.faces.ViewState");
    eve.post("/tokens.xhtml", fields);
    assertThat(tokens()).doesNotContain("forged");
  }

  @Test
  void aSessionIsEndedWithAReason() throws Exception {
    try (Socket imap = new Socket(InetAddress.getLoopbackAddress(), IMAP);
        Browser browser = new Browser()) {
      imap.setSoTimeout(60_000);
      assertThat(imap.getInputStream().read()).isEqualTo('*');
      browser.signIn();
      browser.open("/sessions.xhtml?listener=imap");
      browser.find(By.cssSelector("[title^='End imap-']")).click();
      browser.awaitText("ends at once");
      browser.find(By.id("why")).sendKeys("a test of sessions");
      browser.screenshot("sessions-end");
      browser.find(By.id("endOne")).click();
      browser.awaitText("1 session ended");
      assertThat(new String(imap.getInputStream().readAllBytes(), UTF_8))
          .contains("BYE An administrator has ended this session");
      assertThat(browser.consoleErrors()).isEmpty();
    }
    assertThat(DirectoryApi.ok("GET", "audit?action=end%20session&size=1", "").toString())
        .contains("a test of sessions");
  }

  @Test
  void rolesAreChangedAndTheAuditShowsBeforeAndAfter() throws Exception {
    account("changed.test", "auditor");
    try (Browser browser = new Browser()) {
      browser.signIn();
      browser.open("/roles.xhtml?account=eve@changed.test");
      browser.find(By.cssSelector("input[value='help-desk']")).click();
      browser.find(By.id("why")).sendKeys("a test of roles");
      browser.find(By.id("save")).click();
      browser.awaitText("The roles of eve@changed.test are changed.");
      browser.screenshot("roles-changed");
      assertThat(DirectoryApi.ok("GET", "accounts/eve@changed.test", "").toString())
          .contains("\"roles\":[\"auditor\",\"help-desk\"]");
      browser.open("/audit.xhtml?actor=admin&action=set&subject=eve@changed.test");
      browser.find(By.cssSelector("summary")).click();
      browser.awaitText("roles=help-desk auditor");
      assertThat(browser.text()).contains("a test of roles", "roles=auditor");
      browser.screenshot("audit-change");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void theAuditIsAFileOfWhatTheFilterFinds() throws Exception {
    account("file.test", "auditor");
    ConsoleClient eve = ConsoleClient.signedIn("eve@file.test", PASSWORD);
    Answer file = eve.get("/audit.csv?actor=eve@file.test&action=sign");
    assertThat(file.headers().get("content-type")).startsWith("text/csv");
    assertThat(file.body().lines().toList())
        .hasSize(2)
        .first()
        .isEqualTo("id,time,actor,action,subject,reason,count,result,before,after");
    assertThat(file.body()).contains(",eve@file.test,sign in,console from 127.");
    assertThat(eve.get("/audit.csv?subject=nothing-like-this").body().lines()).hasSize(1);
  }

  @Test
  void otherSettingsAreTriedBeforeARestart() throws Exception {
    try (Browser browser = Browser.signedIn()) {
      browser.open("/settings.xhtml");
      WebElement lines = browser.find(By.id("lines"));
      lines.sendKeys("MAILROOM_EXPIRY=soon\nMAILROOM_SMTP_PROT=25");
      browser.find(By.id("try")).click();
      browser.awaitText("MAILROOM_SMTP_PROT");
      assertThat(browser.text()).contains("Nothing was changed");
      lines.clear();
      lines.sendKeys("MAILROOM_TRACKING_DAYS=33");
      browser.find(By.id("try")).click();
      browser.find(By.id("sound"));
      assertThat(browser.find(By.id("changes")).getText()).contains("90", "33", "next start");
      browser.screenshot("settings-try");
      assertThat(browser.consoleErrors()).isEmpty();
    }
    account("trial.test", "operator");
    assertThat(ConsoleClient.signedIn("eve@trial.test", PASSWORD).get("/settings.xhtml").body())
        .doesNotContain("id=\"lines\"");
  }

  @Test
  void theSettingsAreShownWithTheirSourceAndNoSecret() throws Exception {
    account("settings.test", "operator");
    String page =
        ConsoleClient.signedIn("eve@settings.test", PASSWORD).get("/settings.xhtml").body();
    assertThat(page).contains("MAILROOM_SMTP_PORT", "<code>" + SMTP_PORT + "</code>", "2525");
    assertThat(page).contains("MAILROOM_ADMIN_PASSWORD");
    assertThat(page).doesNotContain(System.getProperty("mailroom.it.password"));
  }

  @Test
  void theSearchLeadsToAScreenByKeysAlone() throws Exception {
    try (Browser browser = new Browser()) {
      browser.signIn();
      browser.open("/queues.xhtml");
      browser.find(By.tagName("body")).sendKeys(Keys.chord(Keys.CONTROL, "k"));
      browser.find(By.cssSelector("#findDialog[open]"));
      browser.find(By.id("findText")).sendKeys("Aud");
      browser.find(
          By.cssSelector("#findList li[aria-selected='true'][data-address='/audit.xhtml']"));
      browser.screenshot("find");
      browser.find(By.id("findText")).sendKeys(Keys.ENTER);
      browser.awaitText("Who did what in this hub");
      browser.find(By.tagName("body")).sendKeys(Keys.chord(Keys.CONTROL, "k"));
      browser.find(By.id("findText")).sendKeys("no such thing");
      browser.awaitText("Nothing fits");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  /** What the page's form would send. */
  private static Map<String, String> newToken(String name, Answer page) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("tokens", "tokens");
    fields.put("name", name);
    fields.put("role", "AUDITOR");
    fields.put("why", "");
    fields.put("add", "add");
    fields.put("jakarta.faces.ViewState", page.viewState());
    return fields;
  }

  private static String tokens() throws Exception {
    return DirectoryApi.ok("GET", "tokens", "").toString();
  }

  private void account(String domain, String role) throws Exception {
    directory.domain(domain).account("eve@" + domain, "password", PASSWORD, "roles", List.of(role));
  }
}
