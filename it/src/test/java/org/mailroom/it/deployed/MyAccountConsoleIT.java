package org.mailroom.it.deployed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** Whoever has an account sees it in the console, and nothing else without a role. */
class MyAccountConsoleIT extends DeployedHub {

  private static final int IMAP = Integer.getInteger("mailroom.it.imap");
  private static final String PASSWORD = "a password of eve";

  @RegisterExtension final Added directory = new Added();

  @Test
  void aUserSeesWhatIsTheirsAndChangesThePasswordWithTheOldOne() throws Exception {
    directory
        .domain("own.test", "aliases", List.of("own.example"))
        .account("eve@own.test", "password", PASSWORD, "name", "Eve Moon", "quota", "1GiB")
        .account("ann@own.test", "password", "a password of ann")
        .alias("sales@own.test", "eve@own.test");
    try (Imap hers = new Imap("eve@own.test", PASSWORD);
        Browser browser = new Browser()) {
      browser.signIn("eve@own.test", PASSWORD);
      browser.awaitText("sales@own.test");
      assertThat(browser.path()).isEqualTo("/my-account.xhtml");
      assertThat(browser.text()).contains("Eve Moon", "eve@own.example", "0 B of 1 GB");
      assertThat(browser.findAll(By.cssSelector(".sidebar li a"))).hasSize(1);
      assertThat(browser.text()).contains("127.0.0.1").doesNotContain("ann@own.test");
      browser.screenshot("my-account");

      browser.find(By.cssSelector("#tongue option[value='zh-CN']")).click();
      browser.find(By.id("saveLanguage")).click();
      browser.awaitText("Notices will come in this language");
      assertThat(DirectoryApi.ok("GET", "accounts/eve@own.test", "").getString("language"))
          .isEqualTo("zh-CN");

      change(browser, "not the password", "correct horse");
      browser.awaitText("This is not your current password");
      change(browser, PASSWORD, "short");
      browser.awaitText("8 characters");
      change(browser, PASSWORD, "correct horse");
      browser.awaitText("You have a new password");
      assertThat(hers.line()).startsWith("* BYE");
      browser.open("/my-account.xhtml");
      browser.awaitText("Eve Moon");
      browser.cookie("mailroom-language", "zh-CN");
      browser.open("/my-account.xhtml");
      browser.awaitText("我的账户");
      browser.screenshot("my-account-zh-CN");
      assertThat(browser.consoleErrors()).isEmpty();
      assertThat(DirectoryApi.ok("GET", "audit?size=1", "").toString())
          .contains("\"actor\":\"eve@own.test\",\"action\":\"set account\"")
          .doesNotContain("correct horse");
    }
    ConsoleClient.signedIn("eve@own.test", "correct horse");
  }

  @Test
  void aUserEndsTheirOwnSessionsAndNoOthers() throws Exception {
    directory
        .domain("ends.test")
        .account("eve@ends.test", "password", PASSWORD)
        .account("ann@ends.test", "password", "a password of ann");
    try (Imap hers = new Imap("eve@ends.test", PASSWORD);
        Imap another = new Imap("ann@ends.test", "a password of ann");
        Browser browser = new Browser()) {
      browser.signIn("eve@ends.test", PASSWORD);
      browser.find(By.cssSelector("[title^='End imap-']")).click();
      browser.awaitText("1 session ended");
      assertThat(hers.line()).startsWith("* BYE");
      await("only the other's").atMost(Duration.ofSeconds(30)).until(() -> sessions().size() == 1);
      another.send("b NOOP");
      assertThat(another.line()).startsWith("b OK");
    }
  }

  @Test
  void aUserGetsNowhereElseAndADomainOfTheirsIsNoneToAdminister() throws Exception {
    directory.domain("only.test").account("eve@only.test", "password", PASSWORD);
    ConsoleClient eve = ConsoleClient.signedIn("eve@only.test", PASSWORD);
    for (String page :
        List.of("accounts", "aliases", "lists", "domains", "sessions", "roles", "overview")) {
      assertThat(eve.get("/" + page + ".xhtml").status()).as(page).isEqualTo(403);
      assertThat(eve.post("/" + page + ".xhtml", Map.of("entries", "entries")).status())
          .as(page)
          .isEqualTo(403);
    }
    ConsoleClient.Answer page = eve.get("/my-account.xhtml");
    Map<String, String> fields = new HashMap<>();
    fields.put("password", "password");
    fields.put("old", "");
    fields.put("next", "correct horse");
    fields.put("again", "correct horse");
    fields.put("changePassword", "changePassword");
    fields.put("jakarta.faces.ViewState", page.viewState());
    fields.put("primefaces.nonce", page.nonce());
    assertThat(eve.post("/my-account.xhtml", fields).body())
        .contains("This is not your current password");
    assertThat(new ConsoleClient().signIn("eve@only.test", "correct horse").location())
        .contains("failed=wrong");
  }

  private static List<String> sessions() throws Exception {
    return DirectoryApi.ok("GET", "sessions", "").getJsonArray("sessions").stream()
        .map(Object::toString)
        .filter(session -> session.contains("@ends.test"))
        .toList();
  }

  private static void change(Browser browser, String old, String next) {
    type(browser, "old", old);
    type(browser, "next", next);
    type(browser, "again", next);
    browser.find(By.id("changePassword")).click();
  }

  private static void type(Browser browser, String id, String text) {
    browser.find(By.id(id)).clear();
    browser.find(By.id(id)).sendKeys(text);
  }

  /** A mail program that has logged in. */
  private static final class Imap implements AutoCloseable {
    private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), IMAP);
    private final BufferedReader answers;

    Imap(String user, String password) throws IOException {
      socket.setSoTimeout(60_000);
      answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      assertThat(line()).startsWith("* OK");
      send("a LOGIN " + user + " \"" + password + "\"");
      assertThat(line()).startsWith("a OK");
    }

    void send(String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    }

    String line() throws IOException {
      return answers.readLine();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
