package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.openqa.selenium.By;

/** How the hub does: numbers for people on the Overview page, and for machines. */
class OverviewConsoleIT extends DeployedHub {

  /** A point of the charts comes a minute after the one before. */
  private static final Duration TWO_POINTS = Duration.ofMinutes(3);

  private static final By ACCEPTED =
      By.xpath("//section[contains(@class,'traffic')]//tr[th[contains(.,'Accepted')]]/td[3]");

  @Test
  void theOverviewIsTheFirstPageAndItsNumbersLeadOn() throws Exception {
    try (Site site = Site.closed("down.test");
        Browser browser = new Browser()) {
      String id =
          RawSmtp.deliver(SMTP_PORT, "ann@sender.test", Mails.simple("x"), site.address("bob"));
      MailLog.awaitLine("deferred", "id=" + id);
      browser.signIn("/");
      browser.find(
          By.cssSelector("a.tile[data-tile='deferred'][href$='/queue.xhtml?state=deferred']"));
      assertThat(browser.path()).isIn("/", "/overview.xhtml");
      assertThat(number(browser, "queued")).isNotEqualTo("0");
      assertThat(number(browser, "oldest")).isNotEqualTo("None");
      assertThat(number(browser, "disk")).endsWith(" %");
      assertThat(browser.find(By.cssSelector("tr[data-node]")).getText())
          .contains("hub.test", "This one", "Takes mail", "Relays", "Now");
      browser.run("document.querySelector('.nodes').scrollIntoView()");
      browser.screenshot("overview-nodes");

      await("the mail in the charts")
          .atMost(TWO_POINTS)
          .ignoreExceptions()
          .until(
              () -> {
                browser.open("/overview.xhtml?span=hour");
                return browser.findAll(By.cssSelector(".chart.traffic .slots rect")).size() > 1
                    && !browser.find(ACCEPTED).getText().equals("0");
              });
      browser.screenshot("overview-hour");
      browser.find(By.cssSelector("#theme option[value='dark']")).click();
      browser.find(By.linkText("24 hours")).click();
      browser.find(By.xpath("//a[@aria-current='page'][contains(.,'24 hours')]"));
      browser.screenshot("overview-day-dark");
      browser.find(By.cssSelector("#language option[value='zh-CN']")).click();
      browser.awaitText("需要处理");
      browser.screenshot("overview-chinese");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void metricsAreForAuditorsAndHealthForAll() throws Exception {
    String auditor = token("metrics-auditor", "auditor");
    String help = token("metrics-help", "help-desk");
    long before = value(auditor, "mailroom_refusals_total{kind=\"protocol\"}");
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT)) {
      smtp.ehlo();
      smtp.command("NONSENSE", "500");
    }

    await("the refusal")
        .until(() -> value(auditor, "mailroom_refusals_total{kind=\"protocol\"}") > before);
    assertThat(value(auditor, "mailroom_ready")).isEqualTo(1);
    assertThat(value(auditor, "mailroom_listener_open{listener=\"smtp\"}")).isEqualTo(1);
    assertThat(DirectoryApi.as(help, "GET", "metrics", "").statusCode()).isEqualTo(403);
    assertThat(DirectoryApi.as("", "GET", "metrics", "").statusCode()).isEqualTo(401);

    HttpResponse<String> ready = DirectoryApi.as("", "GET", "health/ready", "");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body())
        .contains("\"name\":\"database\",\"status\":\"up\"")
        .doesNotContain("detail");
    assertThat(DirectoryApi.as("", "GET", "health/live", "").statusCode()).isEqualTo(200);
    assertThat(DirectoryApi.as("wrong", "GET", "health/ready", "").statusCode()).isEqualTo(401);
    assertThat(DirectoryApi.as("", "GET", "health", "").statusCode()).isEqualTo(401);
    assertThat(DirectoryApi.as("", "POST", "health/ready", "").statusCode()).isEqualTo(401);
  }

  private static String number(Browser browser, String tile) {
    return browser.find(By.cssSelector("[data-tile='" + tile + "'] .number")).getText();
  }

  private static String token(String name, String role) throws Exception {
    return DirectoryApi.ok(
            "POST", "tokens", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}")
        .getString("token");
  }

  private static long value(String token, String metric) throws Exception {
    HttpResponse<String> answer = DirectoryApi.as(token, "GET", "metrics", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<String> lines =
        answer.body().lines().filter(line -> line.startsWith(metric + " ")).toList();
    assertThat(lines).as(metric).hasSize(1);
    return (long) Double.parseDouble(lines.get(0).substring(metric.length() + 1));
  }
}
