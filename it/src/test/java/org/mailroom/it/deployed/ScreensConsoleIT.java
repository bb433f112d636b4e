package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.openqa.selenium.By;

/**
 * Each screen of the menu, and what has none, in both languages and both themes: nothing is refused
 * by the policy, no text is missing, nothing keeps anybody out. The pictures are for people.
 */
class ScreensConsoleIT extends DeployedHub {

  private static final String MISSING = "/no-such-page.xhtml";
  private static final List<String> LANGUAGES = List.of("en", "zh-CN");
  private static final List<String> THEMES = List.of("light", "dark");
  private static final int FEWEST_SCREENS = 17;

  @RegisterExtension final Added directory = new Added();

  private final SoftAssertions soft = new SoftAssertions();

  @Test
  void everyScreenIsSoundInBothLanguagesAndThemes() throws Exception {
    try (Site away = Site.closed("away.screens.test");
        Browser browser = Browser.signedIn()) {
      Map<String, String> pages = menu(browser);
      assertThat(pages).hasSizeGreaterThanOrEqualTo(FEWEST_SCREENS);
      somePeople(away);
      String delivered = mail("boss@screens.test", "The fair in May");
      MailLog.awaitLine(" delivered ", "id=" + delivered);
      String waiting = mail(away.address("bob"), "Our offer");
      MailLog.awaitLine("deferred", "id=" + waiting);
      DirectoryApi.keep(waiting);

      pages.put("queue-open", "/queue.xhtml?id=" + waiting);
      pages.put("trace", "/trace.xhtml?id=" + delivered);
      pages.put("accounts-open", "/accounts.xhtml?address=ann@screens.test");
      pages.put("lists-new", "/lists.xhtml?task=new");
      pages.put("accounts-import", "/accounts.xhtml?task=import");
      pages.put("roles-open", "/roles.xhtml?account=ann@screens.test");
      pages.put("error", MISSING);
      lookAt(browser, pages);
      browser.forget();
      lookAt(browser, Map.of("login", "/login.xhtml"));
    }
    soft.assertAll();
  }

  private static Map<String, String> menu(Browser browser) {
    Map<String, String> pages = new LinkedHashMap<>();
    browser
        .findAll(By.cssSelector(".sidebar li a"))
        .forEach(
            link -> {
              String path = URI.create(link.getDomProperty("href")).getPath();
              pages.put(path.substring(1).replace(".xhtml", ""), path);
            });
    return pages;
  }

  private void somePeople(Site away) throws Exception {
    directory
        .domain("screens.test", "quota", "1GiB")
        .account("ann@screens.test", "name", "Ann Fisher", "roles", List.of("help-desk"))
        .account("boss@screens.test", "name", "王伟", "quota", "2KiB")
        .alias("sales@screens.test", "ann@screens.test", "boss@screens.test")
        .list(
            "all@screens.test",
            "inside",
            "members",
            List.of("ann@screens.test"),
            "owners",
            List.of("boss@screens.test"))
        .route("screens-route", "domains", "*.elsewhere.test", "host", away.inBrackets());
  }

  private static String mail(String recipient, String subject) throws Exception {
    return RawSmtp.deliver(SMTP_PORT, "eve@sender.test", Mails.simple(subject), recipient);
  }

  private void lookAt(Browser browser, Map<String, String> pages) throws Exception {
    for (String theme : THEMES) {
      for (String language : LANGUAGES) {
        browser.cookie("mailroom-theme", theme);
        browser.cookie("mailroom-language", language);
        for (Map.Entry<String, String> page : pages.entrySet()) {
          lookAt(browser, page.getKey(), page.getValue(), language, theme);
        }
      }
    }
  }

  private void lookAt(Browser browser, String name, String path, String language, String theme)
      throws Exception {
    String what = name + " in " + language + ", " + theme;
    browser.open(path);
    browser.screenshot(name + "-" + language + "-" + theme);
    assertThat(browser.run("return document.documentElement.lang")).as(what).isEqualTo(language);
    assertThat(browser.run("return getComputedStyle(document.documentElement).colorScheme"))
        .as(what)
        .isEqualTo(theme);
    soft.assertThat(browser.source()).as("texts of " + what).doesNotContain("???");
    // One language for each theme is enough, and half the time.
    if (LANGUAGES.indexOf(language) == THEMES.indexOf(theme)) {
      soft.assertThat(Accessibility.findings(browser)).as("accessibility of " + what).isEmpty();
    }
    soft.assertThat(browser.consoleErrors())
        .as("console of " + what)
        .filteredOn(error -> !(path.equals(MISSING) && error.contains(MISSING)))
        .isEmpty();
  }
}
