package org.mailroom.it.command;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A hub of a test's own, driven by {@code bin/mailroom}. Closing it leaves no process. */
public final class Hub implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** It ends before what better code costs is earned. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  private static final List<String> NOT_AT_REST = List.of("ready", "deferred", "delivery");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path data;
  private final int smtpPort;
  private final Map<String, String> settings = new TreeMap<>();
  private Optional<Program> wrapper = Optional.empty();

  /**
   * A hub that isn't started, in an empty data directory.
   *
   * @param name of its data directory below {@code target/hubs}
   * @param firstPort of the three that it uses
   */
  public Hub(String name, int firstPort) throws IOException {
    this(Path.of("target/hubs", name).toAbsolutePath(), name, firstPort);
    deleteTree(data);
  }

  private Hub(Path data, String name, int firstPort) throws IOException {
    this.data = data;
    smtpPort = firstPort;
    with("DATA", data.toString());
    with("SMTP_PORT", Integer.toString(firstPort));
    with("SUBMISSION_PORT", "0");
    with("SUBMISSIONS_PORT", "0");
    with("POP3_PORT", "0");
    with("POP3S_PORT", "0");
    with("IMAP_PORT", "0");
    with("IMAPS_PORT", "0");
    with("HTTP_PORT", Integer.toString(firstPort + 1));
    with("HTTPS_PORT", "0");
    with("MANAGEMENT_PORT", Integer.toString(firstPort + 2));
    with("HOSTNAME", name + ".test");
    with("HEAP", "512m");
    with("RETRY", "1s,2s");
    with("JAVA_OPTS", SHORT_LIVED);
    HubDatabase.forAll().ifPresent(url -> with("DB_URL", url));
  }

  /** A hub whose data is in a folder that exists. */
  public static Hub in(Path data, String name, int firstPort) throws IOException {
    return new Hub(data, name, firstPort);
  }

  /** Sets {@code MAILROOM_} and the name; empty for its default. */
  public Hub with(String name, String value) {
    settings.put("MAILROOM_" + name, value);
    return this;
  }

  /** Sets another variable of the environment of {@code start}. */
  public Hub withVariable(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /** Starts its JVM with more options. */
  public Hub withJavaOptions(String options) {
    return with("JAVA_OPTS", SHORT_LIVED + " " + options);
  }

  /** Sends all mail to a port of 127.0.0.1. */
  public Hub relayingTo(int port) {
    return with("SMART_HOST", "[127.0.0.1]:" + port);
  }

  /** Starts by another program, such as prlimit(1), from now on. */
  public Hub startedBy(Program program) {
    wrapper = Optional.of(program);
    return this;
  }

  /** The data directory. */
  public Path data() {
    return data;
  }

  /** Where it takes mail, on 127.0.0.1. */
  public int smtpPort() {
    return smtpPort;
  }

  /** The JDBC URL of its database, if that is not H2 in its data directory. */
  Optional<String> databaseUrl() {
    return Optional.ofNullable(settings.get("MAILROOM_DB_URL")).filter(url -> !url.isEmpty());
  }

  /** {@code bin/mailroom} with these arguments and this hub's settings, not run yet. */
  public Program command(String... arguments) {
    return Program.ofProject("bin/mailroom").with(arguments).in(settings).within(START);
  }

  /** A shell script with this hub's settings, not run yet. */
  Program shell(String script) {
    return Program.ofDebian("bash", "bash").with("-c", script).in(settings).within(START);
  }

  /** Runs {@code bin/mailroom} with these arguments. */
  public Result run(String... arguments) throws IOException {
    return command(arguments).run();
  }

  /** Has the server's management interface do this. */
  public void manage(String operation) throws IOException {
    Path wildfly = Path.of(System.getProperty("mailroom.it.wildfly"));
    Program.of(wildfly.resolve("bin/jboss-cli.sh"))
        .with("--connect", "--controller=127.0.0.1:" + (smtpPort + 2), "--command=" + operation)
        .run()
        .success();
  }

  /** Starts it; returns when it is ready. */
  public Hub start() throws IOException {
    Program start = command("start");
    wrapper.ifPresent(start::under);
    start.run().success();
    return this;
  }

  /** Stops it gracefully. */
  public Result stop() throws IOException {
    return run("stop");
  }

  /** The server's process, if it runs. */
  public Optional<ProcessHandle> process() {
    try {
      String pid = Files.readString(data.resolve("lock")).strip();
      return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Ends the server's process without any warning, as a power cut would. */
  public void killNine() {
    ProcessHandle server = process().orElseThrow();
    server.destroyForcibly();
    awaitEnd(server);
  }

  /** Waits for the end of a server that dies by itself. */
  public void awaitEnd(ProcessHandle server) {
    await("the end of process " + server.pid())
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !server.isAlive());
  }

  /** What {@code status --json} says. */
  public String status() throws IOException {
    return run("status", "--json").success().out();
  }

  /** True when the status warns with this beginning; false too when there is no status. */
  public boolean warns(String beginning) {
    try {
      return api("status").getJsonArray("warnings").stream()
          .anyMatch(warning -> warning.toString().startsWith('"' + beginning));
    } catch (IOException e) {
      return false;
    }
  }

  /** Mails in the queue, whatever their state: one look, so that none is counted twice. */
  public int queued() throws IOException {
    JsonObject queues = api("status").getJsonObject("queues");
    return queues.keySet().stream().mapToInt(queues::getInt).sum();
  }

  /** Mails in a state such as {@code deferred}, as the status says. */
  public int count(String state) throws IOException {
    return api("status").getJsonObject("queues").getInt(state);
  }

  /** What the API answers. */
  public JsonObject api(String path) throws IOException {
    return ask(path, request -> request.GET());
  }

  /** What the API answers to a body. */
  public JsonObject post(String path, JsonObject body) throws IOException {
    return ask(
        path,
        request ->
            request
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private JsonObject ask(String path, UnaryOperator<HttpRequest.Builder> method)
      throws IOException {
    String http = "http://127.0.0.1:" + (smtpPort + 1) + "/api/" + path;
    String token = Files.readString(data.resolve("secrets/command-token")).strip();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(http))
            .header("Authorization", "Bearer " + token)
            .timeout(ANSWER);
    try {
      HttpResponse<String> answer =
          HTTP.send(method.apply(request).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IOException(path + " was answered " + answer.statusCode() + answer.body());
      }
      return object(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  /** Every recipient of every queued mail, as {@code queue list --json} shows them by pages. */
  public List<String> queuedRecipients() throws IOException {
    List<String> recipients = new ArrayList<>();
    for (int page = 1; ; page++) {
      String listing = run("queue", "list", "--json", "--page", "" + page).success().out();
      List<JsonValue> mails = object(listing).getJsonArray("mails");
      if (mails.isEmpty()) {
        return recipients;
      }
      mails.forEach(
          mail ->
              mail.asJsonObject().getJsonArray("to").getValuesAs(JsonString.class).stream()
                  .map(JsonString::getString)
                  .forEach(recipients::add));
    }
  }

  /** Waits until nothing is queued but what is held or dead. */
  public void awaitEmptyQueue() {
    awaitEmptyQueue(PATIENCE);
  }

  /** The same with another patience. */
  public void awaitEmptyQueue(Duration patience) {
    await("an empty queue of " + data)
        .atMost(patience)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> {
              JsonObject queues = api("status").getJsonObject("queues");
              return NOT_AT_REST.stream().allMatch(state -> queues.getInt(state) == 0);
            });
  }

  /** Nobody needs its data any more, so it is not stopped but killed. */
  @Override
  public void close() throws IOException {
    process()
        .ifPresent(
            server -> {
              server.destroyForcibly();
              awaitEnd(server);
            });
  }

  private static JsonObject object(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> paths = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : paths) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
