package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.Stage;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Queue, queues and traces in a real browser, with mail that waits and mail that arrives. */
class QueueConsoleIT extends DeployedHub {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void selectedMailsAreHeldWithAReasonAndReleasedOneByOne() throws Exception {
    try (Site site = Site.closed("held-by-hand.test");
        Browser browser = Browser.signedIn()) {
      String one = deferred(site, "bob", "First of two");
      String two = deferred(site, "eve", "Second of two");
      browser.open("/queue.xhtml?filter=domain:held-by-hand.test");
      browser.awaitText("Second of two");
      WebElement bar = browser.find(By.id("bulk"));
      assertThat(bar.isDisplayed()).isFalse();
      browser.find(By.cssSelector("[data-pick-all]")).click();
      browser.awaitText("2 selected");
      assertThat(browser.find(By.id("bulk")).isDisplayed()).isTrue();
      browser.find(By.cssSelector("#bulk .op-hold")).click();
      browser.awaitText("Hold 2 messages?");
      browser.awaitText("ann@sender.test → bob@held-by-hand.test");
      browser.screenshot("queue-hold");
      browser.find(By.id("confirm")).click();
      browser.awaitText("needs a reason");
      browser.find(By.id("reason")).sendKeys("a loop");
      browser.find(By.id("confirm")).click();
      browser.awaitText("2 held");
      browser.open("/queue.xhtml?filter=domain:held-by-hand.test&state=held&id=" + one);
      browser.awaitText("Held by admin");
      browser.awaitText("a loop");
      browser.screenshot("queue-open");
      site.hop().up();
      browser.find(By.cssSelector(".drawer .op-release")).click();
      browser.awaitText("1 released");
      MailLog.awaitLine("delivered", "id=" + one);
      browser.open("/trace.xhtml?id=" + one);
      browser.awaitText("Delivered to");
      browser.awaitText("Released by admin");
      browser.open("/queue.xhtml?filter=" + two);
      assertThat(browser.find(By.cssSelector("tr[data-key] .state.held")).isDisplayed()).isTrue();
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void aHoldEndsByItselfAtTheTimeThatWasChosen() throws Exception {
    try (Site site = Site.closed("held-for-a-while.test");
        Browser browser = Browser.signedIn()) {
      String id = deferred(site, "bob", "Held for a while");
      browser.open("/queue.xhtml?filter=" + id + "&id=" + id);
      browser.find(By.cssSelector(".drawer .op-hold")).click();
      browser.awaitText("Hold ends");
      assertThat(browser.find(By.id("holdTime")).isDisplayed()).isFalse();
      browser.find(By.id("reason")).sendKeys("a campaign");
      browser.find(By.cssSelector("#holdEnd option[value='at']")).click();
      assertThat(browser.find(By.id("holdTime")).isDisplayed()).isTrue();
      browser.find(By.id("confirm")).click();
      browser.awaitText("still to come");
      browser.screenshot("queue-hold-end");
      LocalDateTime soon = LocalDateTime.now(ZoneId.systemDefault()).plusSeconds(40);
      browser.run("document.getElementById('holdTime').value = '" + soon.withNano(0) + "'");
      browser.find(By.id("confirm")).click();
      browser.awaitText("1 held");
      browser.open("/queue.xhtml?filter=" + id + "&id=" + id);
      browser.awaitText("released in");
      browser.awaitText("until " + soon.atZone(ZoneId.systemDefault()).getYear());
      browser.screenshot("queue-held-until");
      site.hop().up();
      MailLog.awaitLine("delivered", "id=" + id);
      browser.open("/trace.xhtml?id=" + id);
      browser.awaitText("Released by hub");
      browser.awaitText("time is over");
      browser.screenshot("trace-hold-over");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void aHoldIsUndoneByTheButtonThatIsOfferedForIt() throws Exception {
    try (Site site = Site.closed("held-by-mistake.test");
        Browser browser = Browser.signedIn()) {
      String id = deferred(site, "bob", "Held by mistake");
      browser.open("/queue.xhtml?filter=" + id + "&id=" + id);
      browser.find(By.cssSelector(".drawer .op-hold")).click();
      browser.find(By.id("reason")).sendKeys("a mistake");
      browser.find(By.id("confirm")).click();
      WebElement undo = browser.find(By.id("undo"));
      browser.awaitText("1 held");
      browser.screenshot("queue-undo");
      undo.click();
      browser.awaitText("1 released");
      browser.open("/queue.xhtml?state=held&filter=" + id);
      assertThat(browser.findAll(By.cssSelector("tr[data-key]"))).isEmpty();
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void anAdministratorReadsTheSourceAndTheAuditHasIt() throws Exception {
    try (Site site = Site.closed("source.test");
        Browser browser = Browser.signedIn()) {
      String id = deferred(site, "bob", "Source to read");
      browser.open("/queue.xhtml?id=" + id);
      browser.find(By.id("fetch")).click();
      browser.awaitText("Subject: Source to read");
      browser.screenshot("queue-source");
      assertThat(DirectoryApi.ok("GET", "audit", "").toString())
          .contains("\"export\"", "id:" + id, "\"read-trace\"");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void aFilterThatIsNoneIsExplainedAndShowsNoMail() throws Exception {
    try (Site site = Site.closed("mistaken.test");
        Browser browser = Browser.signedIn()) {
      String id = deferred(site, "bob", "Not for this filter");
      browser.open("/queue.xhtml?filter=sender:ann");
      browser.find(By.id("mistake"));
      assertThat(browser.text()).contains("there is no sender").doesNotContain("bob@mistaken.test");
      browser.open("/queue.xhtml?filter=" + id);
      browser.awaitText("bob@mistaken.test");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void whatIsNewWaitsBehindAButton() throws Exception {
    try (Site site = Site.closed("live.test");
        Browser browser = Browser.signedIn()) {
      deferred(site, "bob", "Shown at once");
      browser.open("/queue.xhtml?filter=domain:live.test");
      browser.awaitText("bob@live.test");
      deferred(site, "eve", "Comes later");
      browser.awaitText("1 new");
      assertThat(browser.text()).doesNotContain("eve@live.test");
      browser.find(By.cssSelector("a.news")).click();
      browser.awaitText("eve@live.test");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void aTraceIsFoundByAddressSubjectAndOutcome() throws Exception {
    try (Site site = Site.open("found.test");
        Browser browser = Browser.signedIn()) {
      site.hop().script().once(Stage.RCPT, Action.reply("451 4.3.2 come back"));
      String id =
          RawSmtp.deliver(
              SMTP_PORT, "ann@sender.test", Mails.simple("Words to find"), site.address("bob"));
      MailLog.awaitLine("deferred", "id=" + id);
      for (String search : new String[] {"bob@found.test", "to:found.test+words", id}) {
        await(search)
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  browser.open("/traces.xhtml?q=" + search);
                  assertThat(browser.text()).contains("Words to find");
                });
      }
      MailLog.awaitLine("delivered", "id=" + id);
      await("the outcome")
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                browser.open("/traces.xhtml?q=bob@found.test+status:delivered");
                assertThat(browser.text()).contains("Delivered", "bob@found.test");
              });
      browser.screenshot("traces");
      browser.find(By.cssSelector("a.open")).click();
      browser.awaitText("after we received it.");
      browser.awaitText("451 4.3.2 come back");
      browser.screenshot("trace");
      browser.open("/traces.xhtml?q=sender:ann");
      browser.find(By.id("mistake"));
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void aDestinationIsPausedAndResumed() throws Exception {
    try (Site site = Site.closed("pausing.test");
        Browser browser = Browser.signedIn()) {
      deferred(site, "bob", "Waits for the pause");
      browser.open("/queues.xhtml?name=pausing.test");
      browser.awaitText("mx.pausing.test");
      browser.screenshot("queues");
      browser.find(By.cssSelector("a.open")).click();
      browser.find(By.id("pause")).click();
      browser.awaitText("A pause needs a reason");
      browser.find(By.id("reason-why")).sendKeys("They move house");
      browser.find(By.id("time")).sendKeys("30m");
      browser.find(By.id("pause")).click();
      browser.awaitText("Paused by admin: They move house");
      browser.screenshot("queues-paused");
      assertThat(DirectoryApi.ok("GET", "pauses", "").toString())
          .contains("mx.pausing.test", "They move house");
      browser.find(By.id("resume")).click();
      browser.find(By.id("pause"));
      assertThat(DirectoryApi.ok("GET", "pauses", "").toString()).doesNotContain("mx.pausing.test");
      browser.open("/queues.xhtml?by=error");
      browser.find(By.id("errors-title"));
      browser.screenshot("queues-errors");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void whoMayOnlyReadCantDoItByCallingIt() throws Exception {
    String token =
        DirectoryApi.ok("POST", "tokens", "{\"name\":\"queue-reader\",\"role\":\"auditor\"}")
            .getString("token");
    assertThat(
            DirectoryApi.as(
                    token, "POST", "operations", "{\"operation\":\"retry\",\"filter\":\"all\"}")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            DirectoryApi.as(token, "POST", "pauses", "{\"subject\":\"relay\",\"reason\":\"x\"}")
                .statusCode())
        .isEqualTo(403);
    assertThat(DirectoryApi.as(token, "GET", "traces?outcome=deferred", "").statusCode())
        .isEqualTo(200);
  }

  private static String deferred(Site site, String localPart, String subject) throws Exception {
    String id =
        RawSmtp.deliver(
            SMTP_PORT, "ann@sender.test", Mails.simple(subject), site.address(localPart));
    MailLog.awaitLine("deferred", "id=" + id);
    DirectoryApi.keep(id);
    await("the trace of " + id)
        .atMost(PATIENCE)
        .until(() -> DirectoryApi.ask("GET", "traces/" + id, "").body().contains(subject));
    return id;
  }
}
