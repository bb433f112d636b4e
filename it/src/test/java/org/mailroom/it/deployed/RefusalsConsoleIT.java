package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/**
 * What the directory refuses is said in the reader's language; to programs in English, with a code.
 */
class RefusalsConsoleIT extends DeployedHub {

  private static final By PROBLEMS = By.cssSelector(".problems li");

  @RegisterExtension final Added directory = new Added();

  @Test
  void eachPageSaysInChineseWhatIsWrong() throws Exception {
    directory.domain("words.test").account("ann@words.test");
    try (Browser browser = Browser.signedIn()) {
      browser.cookie("mailroom-language", "zh-CN");

      save(browser, "accounts", Map.of("f-address", "bob@nowhere.test"));
      assertThat(problem(browser)).isEqualTo("bob@nowhere.test 不在任何本地域中");
      save(browser, "accounts", Map.of("f-address", "bob@words.test", "f-quota", "5 apples"));
      assertThat(problem(browser)).startsWith("quota：5 apples 被拒绝：大小应为").contains("36MiB");
      browser.screenshot("accounts-refused-zh-CN");
      save(browser, "aliases", Map.of("f-address", "a@words.test", "f-targets", "b@words.test"));
      assertThat(problem(browser)).isEqualTo("a@words.test 指向 b@words.test，但没有此地址");
      save(browser, "lists", Map.of("f-address", "ann@words.test"));
      assertThat(problem(browser)).isEqualTo("ann@words.test 重复：已有账户使用此地址");
      save(browser, "routes", Map.of("f-name", "far away", "f-host", "h.test"));
      assertThat(problem(browser)).startsWith("路由名称至多 100 个");
      save(browser, "networks", Map.of("f-network", "0.0.0.0/0"));
      assertThat(problem(browser)).contains("开放中继");

      browser.open("/accounts.xhtml?task=import");
      type(browser, "csv", "address,name\nann,Ann\nzoe@nowhere.test\n");
      browser.find(By.id("check")).click();
      assertThat(problem(browser)).isEqualTo("第 3 行：有 1 个单元格，而表头有 2 个");
      type(browser, "csv", "address,name\nann,Ann\n");
      browser.find(By.id("check")).click();
      browser.awaitText("第 2 行：地址中应有 @");
      browser.screenshot("accounts-import-refused-zh-CN");
      assertThat(browser.consoleErrors()).isEmpty();
    }
    String refused = Added.refused("accounts", "address", "bob@nowhere.test");
    assertThat(refused)
        .contains("\"error\":\"bob@nowhere.test is in no local domain\"")
        .contains("\"codes\":[\"no-local-domain\"]");
  }

  private static void save(Browser browser, String page, Map<String, String> fields) {
    browser.open("/" + page + ".xhtml?task=new");
    fields.forEach((id, text) -> type(browser, id, text));
    browser.find(By.id("save-entry")).click();
  }

  private static String problem(Browser browser) {
    return browser.find(PROBLEMS).getText();
  }

  private static void type(Browser browser, String id, String text) {
    browser.find(By.id(id)).clear();
    browser.find(By.id(id)).sendKeys(text);
  }
}
