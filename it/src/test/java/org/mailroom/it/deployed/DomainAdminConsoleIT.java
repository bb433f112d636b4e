package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** Who administers a domain sees and changes its people in the console, and nobody else's. */
class DomainAdminConsoleIT extends DeployedHub {

  private static final String PASSWORD = "a password of dora";
  private static final String DORA = "dora@ours.test";

  @RegisterExtension final Added directory = new Added();

  @BeforeEach
  void twoDomains() throws Exception {
    directory
        .domain("ours.test", "quota", "1GiB")
        .domain("theirs.test")
        .account(DORA, "password", PASSWORD, "roles", List.of("domain-admin"), "name", "Dora Field")
        .account("ann@ours.test", "name", "Ann Fisher")
        .account("root@ours.test", "roles", List.of("administrator"))
        .account("eve@theirs.test")
        .alias("sales@ours.test", "ann@ours.test")
        .alias("secret@theirs.test", "ann@ours.test", "eve@theirs.test")
        .list("team@ours.test", "inside", "members", List.of("ann@ours.test"));
  }

  @Test
  void herScreensHaveThePeopleOfHerDomain() throws Exception {
    try (Browser browser = new Browser()) {
      browser.signIn(DORA, PASSWORD);
      browser.awaitText("ann@ours.test");
      assertThat(browser.path()).isEqualTo("/accounts.xhtml");
      assertThat(browser.text()).doesNotContain("theirs.test");
      assertThat(browser.findAll(By.cssSelector(".sidebar li a")))
          .extracting(link -> link.getDomProperty("pathname"))
          .containsExactly(
              "/accounts.xhtml", "/aliases.xhtml", "/lists.xhtml", "/my-account.xhtml");
      browser.screenshot("domain-admin-accounts");

      browser.open("/accounts.xhtml?address=ann@ours.test");
      browser.find(By.id("turn")).click();
      browser.awaitText("ann@ours.test is disabled");
      assertThat(enabled("ann@ours.test")).isFalse();
      assertThat(DirectoryApi.ok("GET", "audit?size=1", "").toString())
          .contains("\"actor\":\"" + DORA + "\",\"action\":\"set account\"");
      browser.screenshot("domain-admin-account");

      browser.open("/accounts.xhtml?address=ann@ours.test&task=mail");
      browser.awaitText("sales@ours.test");
      assertThat(browser.text()).doesNotContain("secret@theirs.test");

      browser.open("/accounts.xhtml?address=root@ours.test");
      browser.find(By.id("f-name"));
      assertThat(browser.findAll(By.id("save-entry"))).isEmpty();
      assertThat(browser.findAll(By.id("turn"))).isEmpty();

      browser.open("/accounts.xhtml?address=eve@theirs.test");
      browser.awaitText("It is not there");
      browser.open("/accounts.xhtml?domain=theirs.test");
      browser.awaitText("Nothing is found");
      browser.open("/aliases.xhtml?q=secret");
      browser.awaitText("Nothing is found");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void whatIsNotHersIsRefusedHoweverItIsAsked() throws Exception {
    ConsoleClient dora = ConsoleClient.signedIn(DORA, PASSWORD);
    for (String page :
        List.of("domains", "routes", "networks", "roles", "queue", "traces", "audit", "tokens")) {
      assertThat(dora.get("/" + page + ".xhtml").status()).as(page).isEqualTo(403);
    }

    String csv = post(dora, "/accounts.xhtml", "deeds", "export", Map.of());
    assertThat(csv).contains("ann@ours.test").doesNotContain("theirs.test");

    assertThat(
            post(
                dora,
                "/accounts.xhtml?task=import",
                "entries",
                "apply",
                Map.of("csv", "address,name\neve@theirs.test,Mine\n")))
        .contains("line 2", "of yours");
    assertThat(DirectoryApi.ok("GET", "accounts/eve@theirs.test", "").toString())
        .doesNotContain("Mine");

    Map<String, String> fresh = Map.of("f-address", "mole@theirs.test", "f-enabled", "on");
    assertThat(post(dora, "/accounts.xhtml?task=new", "entries", "save-entry", fresh))
        .contains("mole@theirs.test", "of yours");
    assertThat(status("accounts/mole@theirs.test")).isEqualTo(404);

    Map<String, String> leak =
        Map.of("f-address", "leak@ours.test", "f-targets", "eve@theirs.test");
    assertThat(post(dora, "/aliases.xhtml?task=new", "entries", "save-entry", leak))
        .contains("not yours");
    assertThat(status("aliases/leak@ours.test")).isEqualTo(404);

    post(
        dora,
        "/accounts.xhtml?address=ann@ours.test",
        "entries",
        "save-entry",
        Map.of("f-name", "Ann", "f-roles", "administrator"));
    assertThat(DirectoryApi.ok("GET", "accounts/ann@ours.test", "").toString())
        .doesNotContain("administrator");

    for (String other : List.of("eve@theirs.test", "root@ours.test")) {
      ConsoleClient.Answer page = dora.get("/accounts.xhtml");
      ConsoleClient.Answer asked =
          dora.post(
              "/accounts.xhtml", fields("entries", "askDisable", Map.of("pick", other), page));
      assertThat(asked.body()).contains("applyBulk");
      assertThat(
              dora.post(
                      "/accounts.xhtml",
                      fields("entries", "applyBulk", Map.of("bulkReason", ""), asked))
                  .body())
          .contains("yours");
      assertThat(enabled(other)).as(other).isTrue();
    }
  }

  private static String post(
      ConsoleClient client, String path, String form, String button, Map<String, String> values)
      throws Exception {
    ConsoleClient.Answer page = client.get(path);
    return client.post(path.replaceFirst("\\?.*", ""), fields(form, button, values, page)).body();
  }

  private static Map<String, String> fields(
      String form, String button, Map<String, String> values, ConsoleClient.Answer page) {
    Map<String, String> fields = new HashMap<>(values);
    fields.put(form, form);
    fields.put(button, button);
    fields.put("jakarta.faces.ViewState", page.viewState());
    fields.put("primefaces.nonce", page.nonce());
    return fields;
  }

  private static boolean enabled(String address) throws Exception {
    return DirectoryApi.ok("GET", "accounts/" + address, "").getBoolean("enabled");
  }

  private static int status(String path) throws Exception {
    return DirectoryApi.ask("GET", path, "").statusCode();
  }
}
