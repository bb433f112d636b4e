package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mailroom.it.deployed.Browser;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A new hub is set up in a browser: from the code that its start prints to the first mail. */
class FirstRunConsoleIT {

  private static final String PASSWORD = "a password of ann";
  private static final int HTTP = HubPorts.FIRST_RUN + 1;
  private static final int IMAPS = HubPorts.FIRST_RUN + 3;
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^First run: http://127\\.0\\.0\\.1:"
              + HTTP
              + "/first-run\\.xhtml with the code (.*)$");

  @Test
  void anAdministratorSetsUpAHubFromTheCodeToTheFirstMail() throws IOException {
    try (Hub hub = new Hub("first-run", HubPorts.FIRST_RUN);
        Browser browser = Browser.at(HTTP)) {
      hub.with("IMAPS_PORT", Integer.toString(IMAPS));
      String said = hub.run("start").success().out();
      Matcher line = LINE.matcher(said);
      assertThat(line.find()).as(said).isTrue();
      assertThat(said).contains("The console's user is admin with the password ");
      enter(browser, line.group(1));
      addDomainAndAdministrator(browser);
      String password = addPeople(browser);
      lookAtPorts(browser);
      sendMail(browser);
      sendMailOverRest(hub);
      assertThat(inboxOfBob(password)).contains("Subject: The first mail of first-run.test");
      assertThat(browser.consoleErrors()).isEmpty();
      end(hub, browser);
    }
  }

  private static void enter(Browser browser, String code) {
    browser.open("/first-steps.xhtml");
    assertThat(browser.path()).isEqualTo("/login.xhtml");
    browser.open("/first-run.xhtml");
    type(browser, "code", "AAAA-AAAA");
    click(browser, "submit");
    browser.awaitText("That is not the code");
    await("the end of the wait")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              type(browser, "code", code);
              click(browser, "submit");
              return browser.path().equals("/first-steps.xhtml");
            });
  }

  private static void addDomainAndAdministrator(Browser browser) throws IOException {
    type(browser, "owner", "Fisher & Sons <b>");
    click(browser, "addDomain");
    browser.awaitText("The organisation is Fisher & Sons <b>.");
    assertThat(browser.find(By.cssSelector(".brand .organisation")).getText())
        .isEqualTo("Fisher & Sons <b>");
    type(browser, "owner", "Fisher & Sons");
    type(browser, "domain", "corp.test");
    browser.screenshot("first-run-domain");
    click(browser, "addDomain");
    browser.find(By.id("again"));
    type(browser, "address", "ann");
    type(browser, "name", "Ann");
    type(browser, "password", PASSWORD);
    type(browser, "again", "another");
    click(browser, "addAdministrator");
    browser.awaitText("The passwords differ");
    type(browser, "password", PASSWORD);
    type(browser, "again", PASSWORD);
    click(browser, "addAdministrator");
    browser.awaitText("You are ann@corp.test now.");
    assertThat(browser.find(By.cssSelector(".user")).getText()).isEqualTo("ann@corp.test");
  }

  /** The password that was made for bob. */
  private static String addPeople(Browser browser) throws IOException {
    type(browser, "people", "bob, Bob\nnobody@elsewhere.test");
    click(browser, "check");
    browser.awaitText("nobody@elsewhere.test is in no local domain");
    type(browser, "people", "bob, Bob");
    click(browser, "check");
    browser.find(By.id("tally"));
    assertThat(browser.findAll(By.id("secrets"))).isEmpty();
    click(browser, "addPeople");
    String password = browser.find(By.cssSelector("#secrets code")).getText();
    browser.screenshot("first-run-people");
    return password;
  }

  private static void lookAtPorts(Browser browser) throws IOException {
    click(browser, "next");
    browser.awaitText("127.0.0.1:" + HubPorts.FIRST_RUN);
    browser.awaitText("MAILROOM_SMTP_PORT=25");
    browser.awaitText("of the hub’s own making");
    browser.screenshot("first-run-ports");
    click(browser, "next");
  }

  private static void sendMail(Browser browser) throws IOException {
    type(browser, "to", "nobody@corp.test");
    click(browser, "send");
    browser.awaitText("Nobody here has the address nobody@corp.test");
    type(browser, "to", "bob@corp.test");
    click(browser, "send");
    browser.find(By.cssSelector("#verdict.delivered"));
    browser.screenshot("first-run-mail");
    click(browser, "trace");
    browser.awaitText("The first mail of first-run.test");
  }

  private static void sendMailOverRest(Hub hub) throws IOException {
    String id =
        hub.post("first-run/mail", Json.createObjectBuilder().add("to", "bob@corp.test").build())
            .getString("id");
    await("the trace of " + id)
        .atMost(Duration.ofSeconds(60))
        .until(() -> hub.run("trace", id).out().contains("bob@corp.test"));
  }

  private static String inboxOfBob(String password) throws IOException {
    return Program.ofDebian("curl", "curl")
        .with("--insecure", "--silent", "--show-error", "--user", "bob@corp.test:" + password)
        .with("imaps://127.0.0.1:" + IMAPS + "/INBOX;MAILINDEX=1")
        .run()
        .success()
        .out();
  }

  private static void end(Hub hub, Browser browser) throws IOException {
    browser.open("/");
    browser.awaitText("The first run of this hub isn’t finished.");
    browser.open("/first-steps.xhtml?step=mail");
    click(browser, "finish");
    browser.awaitText("Overview");
    await().atMost(Duration.ofSeconds(30)).until(() -> browser.path().equals("/overview.xhtml"));
    assertThat(browser.findAll(By.id("unfinished"))).isEmpty();
    browser.open("/first-steps.xhtml");
    browser.awaitText("There is no page at this address");
    browser.open("/first-run.xhtml");
    browser.awaitText("There is no page at this address");
    browser.open("/login.xhtml");
    browser.awaitText("Fisher & Sons");
    browser.screenshot("first-run-sign-in");
    assertThat(hub.run("organisation").success().out()).isEqualTo("Fisher & Sons\n");
    assertThat(hub.run("organisation", "Fisher", "AG").success().out()).isEqualTo("Fisher AG\n");
    assertThat(hub.api("first-run").getBoolean("open")).isFalse();
    assertThat(hub.data().resolve("secrets/first-run")).doesNotExist();
    assertThat(hub.run("audit", "list").success().out())
        .contains("first run", "name organisation", "add account", "end first run");
  }

  private static void type(Browser browser, String id, String text) {
    WebElement field = browser.find(By.id(id));
    field.clear();
    field.sendKeys(text);
  }

  private static void click(Browser browser, String id) {
    browser.find(By.id(id)).click();
  }
}
