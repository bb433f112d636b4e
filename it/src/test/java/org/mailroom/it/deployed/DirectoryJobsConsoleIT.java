package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Changes of many entries go on by themselves, and can be stopped before anything is changed. */
class DirectoryJobsConsoleIT extends DeployedHub {

  private static final int MANY = 260;

  @Test
  void manyAreImportedAndDisabledInTheBackground() throws Exception {
    domain("crowd.test");
    try (Browser browser = Browser.signedIn()) {
      browser.open("/accounts.xhtml?task=import");
      csv(browser, "crowd.test", "");
      browser.find(By.id("apply")).click();
      browser.awaitText("Import: Accounts");
      browser.awaitText(MANY + " imported");
      browser.screenshot("accounts-job");
      assertThat(accounts("crowd.test")).isEqualTo(MANY);

      browser.open("/accounts.xhtml?domain=crowd.test");
      browser.find(By.cssSelector("input[data-pick-all]")).click();
      browser.find(By.className("everything")).click();
      browser.find(By.id("askDisable")).click();
      browser.awaitText("Disable " + MANY + " accounts?");
      browser.find(By.id("applyBulk")).click();
      browser.awaitText("Disable: Accounts");
      browser.awaitText(MANY + " disabled");
      browser.open("/accounts.xhtml?domain=crowd.test&show=disabled");
      browser.awaitText("of " + MANY);
      assertThat(browser.consoleErrors()).isEmpty();
    }
    assertThat(DirectoryApi.ok("GET", "audit?size=1", "").toString())
        .contains("\"set accounts\"", "\"count\":" + MANY);
    assertThat(DirectoryApi.ok("GET", "jobs", "").toString())
        .contains("\"operation\":\"disable\",\"filter\":\"accounts\"");
  }

  @Test
  void whatIsStoppedHasChangedNothing() throws Exception {
    domain("halted.test");
    try (Browser browser = Browser.signedIn()) {
      browser.open("/accounts.xhtml?task=import");
      csv(browser, "halted.test", "a good password");
      browser.find(By.id("apply")).click();
      browser.find(By.cssSelector(".job.running button")).click();
      browser.awaitText("Stopped. None imported");
      assertThat(browser.consoleErrors()).isEmpty();
    }
    assertThat(accounts("halted.test")).isZero();
  }

  @Test
  void whatIsRefusedIsSaidInTheReadersLanguage() throws Exception {
    domain("refused.test");
    try (Browser browser = Browser.signedIn()) {
      browser.cookie("mailroom-language", "zh-CN");
      browser.open("/accounts.xhtml?task=import");
      csv(browser, "nowhere.test", "");
      browser.find(By.id("apply")).click();
      browser.awaitText("第 2 行：user100@nowhere.test 不在任何本地域中");
      browser.screenshot("accounts-job-refused-zh-CN");
    }
  }

  private static void csv(Browser browser, String domain, String password) {
    browser.find(By.id("csv"));
    String lines =
        IntStream.range(100, 100 + MANY)
            .mapToObj(i -> "user" + i + "@" + domain + "," + password + "\\n")
            .collect(Collectors.joining());
    browser.run("document.getElementById('csv').value = \"address,password\\n" + lines + "\"");
  }

  private static void domain(String name) throws Exception {
    DirectoryApi.ok("POST", "domains", "{\"name\":\"" + name + "\"}");
  }

  private static long accounts(String domain) throws Exception {
    return DirectoryApi.ok("GET", "accounts", "").getJsonArray("accounts").stream()
        .filter(account -> account.asJsonObject().getString("address").endsWith("@" + domain))
        .count();
  }
}
