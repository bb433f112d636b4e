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

/** The screens about the hub itself: tokens, sessions, roles, settings, the audit, the search. */
class HubConsoleIT extends DeployedHub {

  private static final String PASSWORD = "a password of eve";

  @RegisterExtension final Added directory = new Added();

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
      browser.awaitText("roles=auditor help-desk");
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

  private void account(String domain, String role) throws Exception {
    directory.domain(domain).account("eve@" + domain, "password", PASSWORD, "roles", List.of(role));
  }
}
