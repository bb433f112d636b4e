package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.openqa.selenium.By;

/** The console, in a real browser: behind a login, and with the mail that waits on it. */
class ConsoleIT extends DeployedHub {

  private static final String PASSWORD = System.getProperty("mailroom.it.password");

  @Test
  void aMailThatWaitsIsShown() throws IOException {
    try (Site site = Site.closed("shut.test");
        Browser browser = new Browser()) {
      String id =
          RawSmtp.deliver(SMTP_PORT, "ann@sender.test", Mails.simple("waits"), site.address("bob"));
      MailLog.awaitLine("deferred", "id=" + id);
      signIn(browser, PASSWORD);
      browser.find(By.id("signOut"));
      browser.open("/queues.xhtml?state=deferred");
      browser.awaitText("bob@shut.test");
      assertThat(browser.text()).contains(id, "ann@sender.test");
      assertThat(browser.find(By.cssSelector("a.tile.deferred .number")).getText())
          .isNotEqualTo("0");
      browser.screenshot("queues-deferred");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void aWrongPasswordIsRefused() throws IOException {
    try (Browser browser = new Browser()) {
      signIn(browser, "not-" + PASSWORD);
      browser.find(By.id("failure"));
      browser.screenshot("login-failed");
      browser.open("/queues.xhtml");
      browser.find(By.id("j_username"));
      assertThat(browser.text()).doesNotContain("ann@sender.test");
    }
  }

  private static void signIn(Browser browser, String password) {
    browser.open("/queues.xhtml");
    browser.find(By.id("j_username")).sendKeys("admin");
    browser.find(By.id("j_password")).sendKeys(password);
    browser.find(By.id("submit")).click();
  }
}
