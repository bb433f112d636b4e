package org.mailroom.it.deployed;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium, without a window, at the hub's console. */
public final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private final int port;
  private final ChromeDriver driver;

  /** At the console of the deployed hub. */
  Browser() {
    this(DeployedHub.HTTP_PORT);
  }

  /** At a console on 127.0.0.1. */
  public Browser(int port) {
    this.port = port;
    Path driverProgram = program("/usr/bin/chromedriver", "chromium-driver");
    Path browserProgram = program("/usr/bin/chromium", "chromium");
    LoggingPreferences console = new LoggingPreferences();
    console.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browserProgram.toFile());
    options.addArguments(
        "--headless=new",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--window-size=1440,900",
        "--lang=en");
    if (System.getProperty("user.name").equals("root")) {
      options.addArguments("--no-sandbox");
    }
    options.setCapability(ChromeOptions.LOGGING_PREFS, console);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(driverProgram.toFile())
                .usingAnyFreePort()
                .build(),
            options);
  }

  private static Path program(String path, String debianPackage) {
    if (!Files.isExecutable(Path.of(path))) {
      throw new AssertionError(
          path + " is missing on this machine: apt-get install " + debianPackage);
    }
    return Path.of(path);
  }

  /** One in which the administrator is signed in. */
  static Browser signedIn() {
    Browser browser = new Browser();
    browser.signIn();
    return browser;
  }

  /** At the console of another hub. */
  public static Browser at(int httpPort) {
    return new Browser(httpPort);
  }

  /** Opens a page of the hub. */
  public void open(String path) {
    driver.get("http://127.0.0.1:" + port + path);
  }

  /** Signs in, and waits for the page that follows. */
  public void signIn(String user, String password) {
    open("/login.xhtml");
    find(By.id("j_username")).sendKeys(user);
    find(By.id("j_password")).sendKeys(password);
    find(By.id("submit")).click();
    await("the page after the sign-in")
        .atMost(PATIENCE)
        .until(() -> !path().equals("/login.xhtml") && !path().equals("/j_security_check"));
  }

  /** Signs in as the console's first user. */
  void signIn() {
    signIn("admin", System.getProperty("mailroom.it.password"));
    find(By.id("signOut"));
  }

  /** Opens a page as the console's first user. */
  void signIn(String path) {
    signIn();
    open(path);
  }

  /** All elements of the page, as it is. */
  public List<WebElement> findAll(By element) {
    return driver.findElements(element);
  }

  /** Waits for an element. */
  public WebElement find(By element) {
    return await(element.toString())
        .atMost(PATIENCE)
        .until(() -> driver.findElements(element), found -> !found.isEmpty())
        .get(0);
  }

  /** Waits until the page shows a text. */
  public void awaitText(String text) {
    await(text + " on the page")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> text().contains(text));
  }

  /** All that the page shows. */
  public String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** All of the page, as it is now. */
  String source() {
    return driver.getPageSource();
  }

  /** Runs a script in the page, as nobody else's policy can forbid, and returns its value. */
  Object run(String script) {
    return driver.executeScript(script);
  }

  /** Runs a script that calls its last argument with a value, and returns that. */
  Object runAndAwait(String script) {
    return driver.executeAsyncScript(script);
  }

  /** Sets what the console keeps in a cookie, for the pages that are opened from now on. */
  void cookie(String name, String value) {
    driver.manage().addCookie(new Cookie.Builder(name, value).path("/").build());
  }

  /** Is nobody from now on. */
  void forget() {
    driver.manage().deleteAllCookies();
  }

  /** The path of the page. */
  public String path() {
    return java.net.URI.create(driver.getCurrentUrl()).getPath();
  }

  /** What the page has written to the console as errors, refused content among it. */
  public List<String> consoleErrors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Keeps a picture of the page below {@code target/screenshots}. */
  public void screenshot(String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
