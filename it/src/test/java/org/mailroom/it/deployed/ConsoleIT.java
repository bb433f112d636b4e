package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.openqa.selenium.By;

/** The console, in a real browser: behind a login, and with the mail that waits on it. */
class ConsoleIT extends DeployedHub {

  @Test
  void aMailThatWaitsIsShown() throws Exception {
    try (Site site = Site.closed("shut.test");
        Browser browser = new Browser()) {
      String id =
          RawSmtp.deliver(SMTP_PORT, "ann@sender.test", Mails.simple("waits"), site.address("bob"));
      MailLog.awaitLine("deferred", "id=" + id);
      DirectoryApi.keep(id);
      browser.signIn();
      await("the mail, between two attempts")
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                browser.open("/queue.xhtml?state=deferred");
                return browser.text().contains("bob@shut.test");
              });
      assertThat(browser.text()).contains("ann@sender.test");
      assertThat(browser.find(By.cssSelector("tr[data-key^='" + id + "']")).isDisplayed()).isTrue();
      assertThat(browser.find(By.cssSelector("a.tile.deferred .number")).getText())
          .isNotEqualTo("0");
      browser.screenshot("queue-deferred");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void aWrongPasswordIsRefused() throws IOException {
    ConsoleClient client = new ConsoleClient();
    String page = client.signIn("admin", "not of admin").location();
    try (Browser browser = new Browser()) {
      browser.open(page);
      browser.find(By.id("failure"));
      browser.screenshot("login-failed");
      browser.open("/queues.xhtml");
      browser.find(By.id("j_username"));
      assertThat(browser.text()).doesNotContain("ann@sender.test");
    }
  }
}
