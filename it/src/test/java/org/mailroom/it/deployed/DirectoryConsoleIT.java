package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.it.command.Program;
import org.openqa.selenium.By;

/**
 * The screens of the directory, in a real browser, and what the hub makes of what is done there.
 */
class DirectoryConsoleIT extends DeployedHub {

  private static final int POP3S = Integer.getInteger("mailroom.it.pop3s");
  private static final By SAVE = By.id("save-entry");
  private static final By SAID = By.id("said");
  private static final By PROBLEMS = By.cssSelector(".problems li");

  private Browser browser;

  @BeforeEach
  void signIn() {
    browser = new Browser();
    browser.open("/domains.xhtml");
    type("j_username", "admin");
    type("j_password", System.getProperty("mailroom.it.password"));
    browser.find(By.id("submit")).click();
    browser.find(By.id("signOut"));
  }

  @AfterEach
  void leave() {
    try {
      assertThat(browser.consoleErrors()).isEmpty();
    } finally {
      browser.close();
    }
  }

  @Test
  void anAccountIsDisabledAtOnceAndThatIsUndone() throws Exception {
    domain("undone.test");
    DirectoryApi.ok("POST", "accounts", "{\"address\":\"ann@undone.test\"}");
    browser.open("/accounts.xhtml?address=ann@undone.test");
    browser.find(By.id("turn")).click();
    browser.awaitText("ann@undone.test is disabled");
    assertThat(DirectoryApi.ok("GET", "accounts/ann@undone.test", "").getBoolean("enabled"))
        .isFalse();
    browser.screenshot("accounts-undo");
    browser.find(By.id("undoTurn")).click();
    browser.awaitText("ann@undone.test is enabled");
    assertThat(DirectoryApi.ok("GET", "accounts/ann@undone.test", "").getBoolean("enabled"))
        .isTrue();
  }

  @Test
  void anAccountIsMadeWithAPasswordThatIsShownOnce() throws Exception {
    domain("once.test");
    browser.open("/accounts.xhtml?task=new");
    type("f-address", "ann@nowhere.test");
    browser.find(SAVE).click();
    assertThat(browser.find(PROBLEMS).getText())
        .isEqualTo("ann@nowhere.test is in no local domain");
    type("f-address", "ann@once.test");
    type("f-quota", "5GiB");
    browser.find(SAVE).click();
    String password = browser.find(By.id("secret")).getText();
    browser.screenshot("accounts-added");
    assertThat(pop3("ann@once.test", password)).as("what curl ends with").isZero();
    assertThat(DirectoryApi.ok("GET", "accounts/ann@once.test", "").getInt("quota_messages"))
        .isZero();
    browser.open("/accounts.xhtml?address=ann@once.test");
    browser.awaitText("0 B of 5 GB");
    assertThat(browser.text()).doesNotContain(password);

    browser.open("/accounts.xhtml?address=ann@once.test&task=password");
    type("newPassword", "another horse");
    browser.find(By.id("reset")).click();
    browser.find(SAID);
    assertThat(pop3("ann@once.test", "another horse")).isZero();
    assertThat(pop3("ann@once.test", password)).as("login denied").isEqualTo(67);
  }

  @Test
  void accountsAreImportedFoundDisabledAndRemoved() throws Exception {
    domain("many.test");
    browser.open("/accounts.xhtml?task=import");
    type("csv", "address,name\nann@many.test,Ann\nbob@many.test,Bob\nzoe@gone.test,\n");
    browser.find(By.id("check")).click();
    assertThat(browser.find(PROBLEMS).getText())
        .isEqualTo("line 4: zoe@gone.test is in no local domain");
    type("csv", "address,name\nann@many.test,Ann\nbob@many.test,Bob\neve@many.test,Eve\n");
    browser.find(By.id("check")).click();
    browser.find(By.id("tally"));
    assertThat(browser.text()).contains("It would add 3, change 0 and leave 0 unchanged.");
    browser.screenshot("accounts-import");
    assertThat(status("accounts/ann@many.test")).isEqualTo(404);
    browser.find(By.id("apply")).click();
    browser.find(SAID);
    assertThat(status("accounts/ann@many.test")).isEqualTo(200);

    browser.open("/accounts.xhtml?q=BOB&domain=many.test");
    browser.awaitText("bob@many.test");
    assertThat(browser.text()).doesNotContain("ann@many.test");

    browser.open("/accounts.xhtml?domain=many.test");
    browser.find(By.cssSelector("input[value='ann@many.test']")).click();
    browser.find(By.cssSelector("input[value='eve@many.test']")).click();
    browser.find(By.id("askDisable")).click();
    browser.awaitText("Disable 2 accounts?");
    browser.screenshot("accounts-bulk");
    type("bulkReason", "They left");
    browser.find(By.id("applyBulk")).click();
    browser.find(SAID);
    assertThat(enabled("ann")).isFalse();
    assertThat(enabled("bob")).isTrue();
    assertThat(enabled("eve")).isFalse();
    assertThat(DirectoryApi.ok("GET", "audit?size=1", "").toString())
        .contains("\"admin\"", "\"set accounts\"", "\"They left\"");

    browser.open("/accounts.xhtml?address=ann@many.test&task=remove");
    type("typed", "bob@many.test");
    type("reason-remove", "They left");
    browser.find(By.id("remove")).click();
    assertThat(browser.find(PROBLEMS).getText()).contains("is not ann@many.test");
    assertThat(status("accounts/ann@many.test")).isEqualTo(200);
    type("typed", "ann@many.test");
    browser.find(By.id("remove")).click();
    browser.find(SAID);
    assertThat(status("accounts/ann@many.test")).isEqualTo(404);
  }

  @Test
  void aDomainIsAddedChangedAndRemovedWhenNobodyIsThere() throws Exception {
    browser.open("/domains.xhtml?task=new");
    type("f-name", "made.test");
    type("f-aliases", "made.example, made.net");
    browser.find(SAVE).click();
    browser.find(SAID);
    assertThat(DirectoryApi.ok("GET", "domains/made.test", "").getJsonArray("aliases")).hasSize(2);
    DirectoryApi.ok("POST", "accounts", "{\"address\":\"ann@made.test\"}");
    browser.open("/domains.xhtml?name=made.test");
    browser.awaitText("Accounts: 1");
    browser.screenshot("domains");

    browser.open("/domains.xhtml?name=made.test&task=remove");
    type("typed", "made.test");
    type("reason-remove", "Sold");
    browser.find(By.id("remove")).click();
    assertThat(browser.find(PROBLEMS).getText()).isEqualTo("ann@made.test is in no local domain");
    DirectoryApi.ok("DELETE", "accounts/ann@made.test", "");
    browser.find(By.id("remove")).click();
    browser.find(SAID);
    assertThat(status("domains/made.test")).isEqualTo(404);
  }

  @Test
  void anAliasLeadsToWhomItNames() throws Exception {
    domain("other.test");
    DirectoryApi.ok("POST", "accounts", "{\"address\":\"ann@other.test\"}");
    browser.open("/aliases.xhtml?task=new");
    type("f-address", "sales@other.test");
    type("f-targets", "ann@other.test\nbob@other.test");
    browser.find(SAVE).click();
    assertThat(browser.find(PROBLEMS).getText()).contains("leads to bob@other.test");
    type("f-targets", "ann@other.test\nbob@far.test");
    browser.find(SAVE).click();
    browser.find(SAID);
    browser.screenshot("aliases");
    JsonObject alias = DirectoryApi.ok("GET", "aliases/sales@other.test", "");
    assertThat(alias.getJsonArray("targets").toString())
        .isEqualTo("[\"ann@other.test\",\"bob@far.test\"]");
    browser.find(By.cssSelector("#rows a[href*='accounts.xhtml']")).click();
    browser.awaitText("ann@other.test");
    assertThat(browser.path()).isEqualTo("/accounts.xhtml");
  }

  @Test
  void aListSaysWhoMaySendToIt() throws Exception {
    domain("team.test");
    DirectoryApi.ok("POST", "accounts", "{\"address\":\"ann@team.test\"}");
    browser.open("/lists.xhtml?task=new");
    type("f-address", "all@team.test");
    type("f-members", "ann@team.test");
    browser.find(By.cssSelector("#f-posting input[value='members']")).click();
    browser.find(SAVE).click();
    browser.find(SAID);
    browser.screenshot("lists");
    JsonObject list = DirectoryApi.ok("GET", "lists/all@team.test", "");
    assertThat(list.getString("posting")).isEqualTo("members");
    browser.open("/lists.xhtml?address=all@team.test&task=remove");
    browser.find(By.id("remove")).click();
    browser.find(SAID);
    assertThat(status("lists/all@team.test")).isEqualTo(404);
  }

  @Test
  void routesAreMovedAndAskedWhichTakesAMail() throws Exception {
    for (String name : List.of("one", "two")) {
      browser.open("/routes.xhtml?task=new");
      type("f-name", name);
      type("f-domains", "*.ways.test");
      type("f-host", "[127.0.0.9]:25");
      browser.find(SAVE).click();
      browser.find(SAID);
    }
    browser.open("/routes.xhtml?test=bob@mail.ways.test");
    browser.awaitText("The route one takes it");
    browser.find(By.xpath("//button[@aria-label='Ask earlier two']")).click();
    browser.find(SAID);
    browser.open("/routes.xhtml?test=bob@mail.ways.test");
    browser.awaitText("The route two takes it");
    browser.screenshot("routes");
    browser.open("/routes.xhtml?test=hub.test");
    browser.awaitText("hub.test is a local domain");
    for (String name : List.of("one", "two")) {
      browser.open("/routes.xhtml?task=remove&name=" + name);
      browser.find(By.id("remove")).click();
      browser.find(SAID);
      assertThat(status("routes/" + name)).isEqualTo(404);
    }
  }

  @Test
  void aNetworkOfEverybodyIsNotTrusted() throws Exception {
    browser.open("/networks.xhtml?task=new");
    type("f-network", "0.0.0.0/0");
    browser.find(SAVE).click();
    assertThat(browser.find(PROBLEMS).getText()).contains("an open relay");
    type("f-network", "198.51.100.0/24");
    type("f-comment", "Printers");
    browser.find(By.id("f-repair")).click();
    browser.find(SAVE).click();
    browser.find(SAID);
    browser.open("/networks.xhtml?q=198.51.100.77");
    browser.awaitText("198.51.100.0/24");
    browser.screenshot("networks");
    assertThat(DirectoryApi.ok("GET", "networks/198.51.100.0%2F24", "").getBoolean("repair"))
        .isTrue();
    browser.open("/networks.xhtml?task=remove&network=198.51.100.0/24");
    browser.find(By.id("remove")).click();
    browser.find(SAID);
    assertThat(status("networks/198.51.100.0%2F24")).isEqualTo(404);
  }

  private boolean enabled(String name) throws Exception {
    return DirectoryApi.ok("GET", "accounts/" + name + "@many.test", "").getBoolean("enabled");
  }

  private void domain(String name) throws Exception {
    DirectoryApi.ok("POST", "domains", "{\"name\":\"" + name + "\"}");
  }

  private static int status(String path) throws Exception {
    return DirectoryApi.ask("GET", path, "").statusCode();
  }

  private static int pop3(String user, String password) throws Exception {
    return Program.ofDebian("curl", "curl")
        .with("--silent", "--insecure", "--user", user + ":" + password)
        .with("pop3s://127.0.0.1:" + POP3S + "/")
        .run()
        .exitCode();
  }

  private void type(String id, String text) {
    browser.find(By.id(id)).clear();
    browser.find(By.id(id)).sendKeys(text);
  }
}
