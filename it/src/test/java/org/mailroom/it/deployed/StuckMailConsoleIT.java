package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.openqa.selenium.By;

/** Mail that doesn't go on, and what an operator does about it. */
class StuckMailConsoleIT extends DeployedHub {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** More than a page of the queue has. */
  private static final int MANY = 55;

  @Test
  void allThatMatchAreFailedWithAReason() throws Exception {
    try (Site site = Site.closed("fail-all.test");
        Browser browser = Browser.signedIn()) {
      String last = "";
      for (int i = 0; i < MANY; i++) {
        last =
            RawSmtp.deliver(
                SMTP_PORT, "ann@sender.test", Mails.simple("Stuck " + i), site.address("u" + i));
      }
      MailLog.awaitLine("deferred", "id=" + last);
      browser.open("/queue.xhtml?filter=domain:fail-all.test");
      browser.awaitText("of " + MANY);
      browser.find(By.cssSelector("[data-pick-all]")).click();
      browser.find(By.cssSelector("#bulk .everything")).click();
      browser.awaitText(MANY + " selected");
      browser.find(By.cssSelector("#bulk .op-fail")).click();
      browser.awaitText("Fail " + MANY + " messages?");
      browser.find(By.id("reason")).sendKeys("the site is closed for good");
      browser.screenshot("queue-fail-all");
      browser.find(By.id("confirm")).click();
      // One that is in an attempt fails with its outcome.
      await("an empty queue")
          .atMost(PATIENCE)
          .until(
              () ->
                  DirectoryApi.ok("GET", "queue?filter=domain:fail-all.test", "").getInt("total")
                      == 0);
      browser.open("/trace.xhtml?id=" + last);
      browser.awaitText("the site is closed for good");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void aDestinationGoesDownAndComesBackOnThePageThatIsOpen() throws Exception {
    try (Site site = Site.closed("live-again.test");
        Browser browser = Browser.signedIn()) {
      browser.open("/queues.xhtml?name=live-again");
      By down = By.cssSelector("tr[data-key='mx.live-again.test'] .state.hop-down");
      String last = "";
      for (int i = 0; i < 10; i++) {
        last =
            RawSmtp.deliver(
                SMTP_PORT, "ann@sender.test", Mails.simple("Wait " + i), site.address("u" + i));
      }
      browser.find(down);
      browser.screenshot("queues-down");
      site.hop().up();
      MailLog.awaitLine("delivered", "id=" + last);
      await("the destination to be back")
          .atMost(PATIENCE)
          .until(() -> browser.findAll(down).isEmpty());
      browser.screenshot("queues-back");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void aMailIsRetriedWhenItsDestinationIsBack() throws Exception {
    try (Site site = Site.closed("back-again.test");
        Browser browser = Browser.signedIn()) {
      String id =
          RawSmtp.deliver(
              SMTP_PORT, "ann@sender.test", Mails.simple("Patience"), site.address("bob"));
      MailLog.awaitLine("deferred", "id=" + id);
      site.hop().up();
      browser.open("/queue.xhtml?filter=" + id + "&id=" + id);
      browser.find(By.cssSelector(".drawer .op-retry")).click();
      MailLog.awaitLine("delivered", "id=" + id);
      browser.open("/traces.xhtml?q=to:bob@back-again.test");
      browser.find(By.cssSelector("a[href$='trace.xhtml?id=" + id + "']")).click();
      browser.awaitText("Delivered to");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }
}
