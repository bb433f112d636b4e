package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.openqa.selenium.By;

/** Conversations are seen as they go on: on the Live page and over REST. */
class LiveConsoleIT extends DeployedHub {

  private static final String SECRET = "a secret of theirs";

  @Test
  void whatIsSaidAppearsAndTheContentDoesNot() throws Exception {
    try (Site site = Site.open("live.test");
        Browser browser = new Browser()) {
      browser.signIn("/live.xhtml");
      browser.find(By.id("talk"));
      String id =
          RawSmtp.deliver(SMTP_PORT, "ann@sender.test", Mails.simple(SECRET), site.address("bob"));
      browser.awaitText("queued as " + id);
      browser.find(By.cssSelector("a[href$='/trace.xhtml?id=" + id + "']"));
      assertThat(browser.text())
          .contains("MAIL FROM:<ann@sender.test>", "RCPT TO:<bob@live.test>", "DATA", "connected")
          .doesNotContain(SECRET);
      try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT)) {
        smtp.ehlo();
        smtp.command("NONSENSE", "500");
      }
      browser.awaitText("Command not recognized");
      browser.screenshot("live");

      browser.open("/live.xhtml?word=" + id);
      browser.awaitText("queued as " + id);
      assertThat(browser.text()).doesNotContain("MAIL FROM:<ann@sender.test>");
      browser.find(By.cssSelector("#theme option[value='dark']")).click();
      browser.find(By.linkText("Show all")).click();
      browser.awaitText("MAIL FROM:<ann@sender.test>");
      browser.screenshot("live-dark");
      browser.find(By.cssSelector("#language option[value='zh-CN']")).click();
      browser.awaitText("实时会话");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void aProgramReadsOnFromWhereItWas() throws Exception {
    String help =
        DirectoryApi.ok("POST", "tokens", "{\"name\":\"live-help\",\"role\":\"help-desk\"}")
            .getString("token");
    assertThat(DirectoryApi.as(help, "GET", "conversations", "").statusCode()).isEqualTo(403);

    long place = DirectoryApi.ok("GET", "conversations", "").getJsonNumber("next").longValue();
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT)) {
      smtp.ehlo();
      smtp.command("MAIL FROM:<rest@sender.test>", "250");
    }
    await("the line")
        .atMost(Duration.ofSeconds(30))
        .until(() -> read(place, "rest@sender.test").size() == 1);
    JsonObject line = read(place, "rest@sender.test").get(0);
    assertThat(line.getString("text")).isEqualTo("MAIL FROM:<rest@sender.test>");
    assertThat(line.getString("voice")).isEqualTo("client");
    assertThat(line.getString("listener")).isEqualTo("smtp");
    assertThat(read(line.getJsonNumber("number").longValue(), "rest@sender.test")).isEmpty();
  }

  private static List<JsonObject> read(long after, String word) throws Exception {
    return DirectoryApi.ok("GET", "conversations?after=" + after + "&filter=" + word, "")
        .getJsonArray("lines")
        .getValuesAs(JsonObject.class);
  }
}
