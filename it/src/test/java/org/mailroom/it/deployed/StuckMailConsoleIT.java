package org.mailroom.it.deployed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
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
      String last = deferred(site, MANY);
      askForAll(browser, "fail-all.test", "fail");
      browser.awaitText("Fail " + MANY + " messages?");
      browser.find(By.id("reason")).sendKeys("the site is closed for good");
      browser.screenshot("queue-fail-all");
      browser.find(By.id("confirm")).click();
      // One that is in an attempt fails with its outcome.
      awaitQueued(0, "domain:fail-all.test");
      browser.open("/trace.xhtml?id=" + last);
      browser.awaitText("the site is closed for good");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void allThatMatchAreHeldReleasedAndRetried() throws Exception {
    try (Site site = Site.closed("hold-all.test");
        Browser browser = Browser.signedIn()) {
      String last = deferred(site, MANY);
      askForAll(browser, "hold-all.test", "hold");
      browser.find(By.id("reason")).sendKeys("until the site says more");
      browser.find(By.id("confirm")).click();
      awaitQueued(MANY, "domain:hold-all.test state:held");
      askForAll(browser, "hold-all.test", "release");
      browser.awaitText("Release " + MANY + " messages?");
      browser.find(By.id("confirm")).click();
      awaitQueued(0, "domain:hold-all.test state:held");
      askForAll(browser, "hold-all.test", "retry");
      browser.awaitText("Retry " + MANY + " messages now?");
      site.hop().up();
      browser.find(By.id("confirm")).click();
      awaitQueued(0, "domain:hold-all.test");
      browser.open("/trace.xhtml?id=" + last);
      browser.awaitText("Delivered to");
      browser.awaitText("Held by admin");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void oneIsFailedWithAReason() throws Exception {
    try (Site site = Site.closed("fail-one.test");
        Browser browser = Browser.signedIn()) {
      String id = deferred(site, 2);
      browser.open("/queue.xhtml?filter=domain:fail-one.test&id=" + id);
      browser.find(By.cssSelector(".drawer .op-fail")).click();
      browser.awaitText("Fail 1 message?");
      browser.find(By.id("reason")).sendKeys("nobody of that name");
      browser.find(By.id("confirm")).click();
      browser.awaitText("1 failed");
      awaitQueued(1, "domain:fail-one.test");
      browser.open("/trace.xhtml?id=" + id);
      browser.awaitText("nobody of that name");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void aDestinationGoesDownAndComesBackOnThePageThatIsOpen() throws Exception {
    try (Site site = Site.closed("live-again.test");
        Browser browser = Browser.signedIn()) {
      browser.open("/queues.xhtml?name=live-again");
      By down = By.cssSelector("tr[data-key='mx.live-again.test'] .state.hop-down");
      String last = deferred(site, 10);
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
      String id = deferred(site, 1);
      site.hop().up();
      browser.open("/queue.xhtml?filter=" + id + "&id=" + id);
      browser.find(By.cssSelector(".drawer .op-retry")).click();
      MailLog.awaitLine("delivered", "id=" + id);
      browser.open("/traces.xhtml?q=to:u0@back-again.test");
      browser.find(By.cssSelector("a[href$='trace.xhtml?id=" + id + "']")).click();
      browser.awaitText("Delivered to");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  /** Mails to u0, u1 and so on of the site; the id of the last one, which waits. */
  private static String deferred(Site site, int mails) throws Exception {
    String last = "";
    for (int i = 0; i < mails; i++) {
      last =
          RawSmtp.deliver(
              SMTP_PORT, "ann@sender.test", Mails.simple("Stuck " + i), site.address("u" + i));
    }
    MailLog.awaitLine("deferred", "id=" + last);
    return last;
  }

  /** Picks all that wait for the domain, not those of the page alone, for an operation. */
  private static void askForAll(Browser browser, String domain, String operation) {
    browser.open("/queue.xhtml?filter=domain:" + domain);
    browser.awaitText("of " + MANY);
    browser.find(By.cssSelector("[data-pick-all]")).click();
    browser.find(By.cssSelector("#bulk .everything")).click();
    browser.awaitText(MANY + " selected");
    browser.find(By.cssSelector("#bulk .op-" + operation)).click();
  }

  private static void awaitQueued(int mails, String filter) {
    String query = "queue?filter=" + URLEncoder.encode(filter, UTF_8);
    await(mails + " of " + filter)
        .atMost(PATIENCE)
        .until(() -> DirectoryApi.ok("GET", query, "").getInt("total") == mails);
  }
}
