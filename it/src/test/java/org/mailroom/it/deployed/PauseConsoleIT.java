package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.RawSmtp;
import org.openqa.selenium.By;

/** The intake and all relaying are stopped and go on by the console, and every page says so. */
class PauseConsoleIT extends DeployedHub {

  @AfterEach
  void resume() throws Exception {
    for (String subject : new String[] {"intake", "relay"}) {
      DirectoryApi.ok("POST", "pauses/resume", "{\"subject\":\"" + subject + "\"}");
    }
  }

  @Test
  void theIntakeIsPausedWithAReasonAndResumed() throws Exception {
    try (Browser browser = Browser.signedIn()) {
      browser.open("/queues.xhtml");
      browser.find(By.id("pauseIntake")).click();
      browser.awaitText("not from people either");
      browser.find(By.id("stopDo")).click();
      browser.awaitText("A pause needs a reason");
      browser.find(By.id("stopWhy")).sendKeys("moving house");
      browser.find(By.id("stopTime")).sendKeys("2h");
      browser.screenshot("pause-intake-dialog");
      browser.find(By.id("stopDo")).click();
      browser.find(By.id("resumeIntake"));
      browser.open("/accounts.xhtml");
      browser.awaitText("admin has paused the intake");
      browser.awaitText("moving house");
      browser.awaitText("It goes on by itself in 1 h 59 min");
      browser.screenshot("pause-intake");
      awaitRefusal();
      browser.open("/queues.xhtml");
      browser.find(By.id("resumeIntake")).click();
      browser.find(By.id("pauseIntake"));
      assertThat(browser.findAll(By.cssSelector(".intake-paused"))).isEmpty();
      RawSmtp.connect(SMTP_PORT).ehlo().close();
      assertThat(browser.consoleErrors()).isEmpty();
    }
    assertThat(DirectoryApi.ok("GET", "audit?action=pause&subject=intake&size=1", "").toString())
        .contains("\"actor\":\"admin\"", "moving house");
  }

  @Test
  void relayingIsPausedUntilSomebodyResumesIt() throws Exception {
    try (Browser browser = Browser.signedIn()) {
      browser.open("/queues.xhtml");
      browser.find(By.id("pauseRelay")).click();
      browser.find(By.id("stopWhy")).sendKeys("a loop");
      browser.find(By.id("stopDo")).click();
      browser.awaitText("admin has paused all relaying");
      assertThat(DirectoryApi.ok("GET", "pauses", "").toString())
          .contains("\"subject\":\"relay\"", "a loop");
      browser.find(By.id("resumeRelay")).click();
      browser.find(By.id("pauseRelay"));
      assertThat(DirectoryApi.ok("GET", "pauses", "").toString()).doesNotContain("relay");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  /** Within the second of the guard's next look. */
  private static void awaitRefusal() {
    await("the refusal of a connection")
        .atMost(Duration.ofSeconds(30))
        .until(PauseConsoleIT::isRefused);
  }

  private static boolean isRefused() {
    try (RawSmtp smtp = RawSmtp.connectSilently("127.0.0.1", SMTP_PORT)) {
      smtp.expect("421");
      return true;
    } catch (IOException | AssertionError e) {
      return false;
    }
  }
}
