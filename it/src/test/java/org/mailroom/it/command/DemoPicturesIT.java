package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.mailroom.it.deployed.Browser;
import org.openqa.selenium.By;

/**
 * Makes the pictures of README and docs/console.md from a demo, below {@code target/screenshots}.
 * Curves need some minutes, so only when {@code PICTURES} is set.
 */
@EnabledIfEnvironmentVariable(named = "PICTURES", matches = ".+")
class DemoPicturesIT {

  private static final Duration CURVES = Duration.ofMinutes(5);
  private static final Pattern PASSWORD = Pattern.compile("with the password (\\S+),");
  private static final By POINTS = By.cssSelector(".chart.traffic .slots rect");

  @Test
  void ofTheOverviewAndOfAStuckMail() throws IOException {
    try (Hub hub = new Hub("demo-pictures", HubPorts.DEMO)) {
      hub.with("HOSTNAME", "hub.harbour.example").with("RETRY", "1m,30m");
      Result started = hub.command("start").run().success();
      String password = password(started.out() + started.error());
      hub.run("demo").success();
      try (Browser browser = new Browser(hub.smtpPort() + 1)) {
        browser.signIn("admin", password);
        browser.open("/first-steps.xhtml");
        browser.find(By.id("finish")).click();
        await("the end of the first run")
            .atMost(CURVES)
            .until(() -> !browser.path().equals("/first-steps.xhtml"));
        await("curves")
            .atMost(CURVES)
            .pollInterval(Duration.ofSeconds(5))
            .ignoreExceptions()
            .until(
                () -> {
                  browser.open("/overview.xhtml");
                  return browser.findAll(POINTS).size() > 3;
                });
        browser.screenshot("demo-overview");
        browser.open("/queue.xhtml?state=deferred");
        browser.find(By.cssSelector("tr[data-key] a.open")).click();
        browser.find(By.cssSelector(".drawer .step"));
        browser.screenshot("demo-queue");
      }
    }
  }

  private static String password(String told) {
    Matcher password = PASSWORD.matcher(told);
    assertThat(password.find()).as(told).isTrue();
    return password.group(1);
  }
}
