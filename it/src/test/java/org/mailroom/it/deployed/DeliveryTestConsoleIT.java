package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.it.peer.TestAuthority;
import org.openqa.selenium.By;

/** An operator asks which way a mail would take, and what the next hop says to it. */
class DeliveryTestConsoleIT extends DeployedHub {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension final Added directory = new Added();

  @Test
  void theWayAndTheAnswersAreShownAndNothingIsSent() throws Exception {
    directory
        .domain("way.test")
        .account("ann@way.test")
        .alias("sales@way.test", "ann@way.test", "bob@trial.test");
    try (Site site = Site.open("trial.test");
        Browser browser = new Browser()) {
      browser.signIn("/delivery-test.xhtml");
      browser.awaitText("Ask before your users do");
      browser.screenshot("delivery-test-empty");
      browser.find(By.id("to")).sendKeys("sales@way.test");
      browser.find(By.id("from")).sendKeys("eve@away.test");
      browser.find(By.id("explain")).click();
      browser.awaitText("The mail is filed for ann@way.test in INBOX");
      assertThat(browser.text())
          .contains("sales@way.test is an alias", "bob@trial.test is at another hub")
          .contains("The next hop is mx.trial.test");
      browser.screenshot("explain");

      browser.open("/delivery-test.xhtml?from=eve@away.test&to=" + site.address("bob"));
      browser.find(By.id("test")).click();
      browser.awaitText("The next hop takes mail for bob@trial.test");
      assertThat(browser.text()).contains("RCPT TO:<bob@trial.test>", "RSET", "QUIT");
      browser.screenshot("delivery-test");
      assertThat(site.hop().mails()).isEmpty();

      browser.find(By.cssSelector("#theme option[value='dark']")).click();
      browser.find(By.id("send")).click();
      browser.awaitText("The next hop took the test mail to bob@trial.test");
      assertThat(site.hop().awaitMail().rcpts().toString()).contains("bob@trial.test");
      browser.screenshot("delivery-test-dark");

      browser.open("/delivery-test.xhtml?to=nonsense&from=");
      browser.find(By.id("test")).click();
      browser.awaitText("That is no address to send to");
      browser.find(By.cssSelector("#language option[value='zh-CN']")).click();
      browser.awaitText("收件人地址无效");
      assertThat(browser.consoleErrors()).isEmpty();
    }
    assertThat(DirectoryApi.ok("GET", "audit?size=20", "").toString())
        .contains("delivery test", "bob@trial.test, with a test mail", "admin");
  }

  @Test
  void whatIsWrongWithACertificateIsSaidInTheReadersLanguage() throws Exception {
    TestAuthority authority = new TestAuthority(Path.of("target/tls-console"));
    try (Site site = Site.open("tls-trial.test");
        Browser browser = Browser.signedIn()) {
      site.hop().withTls(authority.selfSigned("mx.another.test"));
      browser.open("/delivery-test.xhtml?to=" + site.address("bob"));
      browser.find(By.id("test")).click();
      browser.awaitText("The next hop takes mail for bob@tls-trial.test");
      assertThat(browser.text())
          .contains("STARTTLS", "TLSv1.3", "CN=mx.another.test", "For mx.another.test")
          .contains("it is self-signed", "It does not name the host");
      browser.run("document.querySelector('.way-step.warning').scrollIntoView()");
      browser.screenshot("delivery-test-tls");
      browser.find(By.cssSelector("#language option[value='zh-CN']")).click();
      browser.awaitText("证书是自签名的");
      browser.run("document.querySelector('.way-step.warning').scrollIntoView()");
      browser.screenshot("delivery-test-tls-chinese");
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void overRestAnOperatorMayAndAnAuditorMayNot() throws Exception {
    String operator = token("trial-operator", "operator");
    String auditor = token("trial-auditor", "auditor");
    String question = "{\"to\":\"bob@elsewhere.test\"}";
    assertThat(DirectoryApi.as(auditor, "POST", "explain", question).statusCode()).isEqualTo(403);
    assertThat(DirectoryApi.as(auditor, "POST", "delivery-tests", question).statusCode())
        .isEqualTo(403);
    assertThat(DirectoryApi.as(auditor, "GET", "delivery-tests/1", "").statusCode()).isEqualTo(403);
    assertThat(DirectoryApi.as(operator, "POST", "explain", "{\"to\":\"x\"}").statusCode())
        .isEqualTo(400);
    try (Site site = Site.closed("shut-trial.test")) {
      String toSite = "{\"to\":\"" + site.address("bob") + "\"}";
      HttpResponse<String> begun = DirectoryApi.as(operator, "POST", "delivery-tests", toSite);
      assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
      String id = Json.createReader(new StringReader(begun.body())).readObject().getString("id");
      await("the end of the test")
          .atMost(PATIENCE)
          .until(() -> !show(id).getString("state").equals("running"));
      assertThat(show(id).getString("state")).isEqualTo("unreached");
      List<String> steps =
          show(id).getJsonArray("steps").getValuesAs(JsonObject.class).stream()
              .map(step -> step.getString("step"))
              .toList();
      assertThat(steps).containsExactly("route", "dns", "failure");
    }
  }

  private static JsonObject show(String id) throws Exception {
    return DirectoryApi.ok("GET", "delivery-tests/" + id, "");
  }

  private static String token(String name, String role) throws Exception {
    return DirectoryApi.ok(
            "POST", "tokens", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}")
        .getString("token");
  }
}
