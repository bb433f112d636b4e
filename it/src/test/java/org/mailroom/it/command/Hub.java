package org.mailroom.it.command;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A hub of a test's own, driven by {@code bin/mailroom}. Closing it leaves no process. */
final class Hub implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path data;
  private final int smtpPort;
  private final Map<String, String> settings = new TreeMap<>();

  /**
   * A hub that isn't started, in an empty data directory.
   *
   * @param name of its data directory below {@code target/hubs}
   * @param firstPort of the three that it uses
   */
  Hub(String name, int firstPort) throws IOException {
    data = Path.of("target/hubs", name).toAbsolutePath();
    smtpPort = firstPort;
    deleteTree(data);
    with("DATA", data.toString());
    with("SMTP_PORT", Integer.toString(firstPort));
    with("HTTP_PORT", Integer.toString(firstPort + 1));
    with("HTTPS_PORT", "0");
    with("MANAGEMENT_PORT", Integer.toString(firstPort + 2));
    with("HOSTNAME", name + ".test");
    with("HEAP", "512m");
    with("RETRY", "1s,2s");
  }

  /** Sets {@code MAILROOM_} and the name. */
  Hub with(String name, String value) {
    settings.put("MAILROOM_" + name, value);
    return this;
  }

  /** Sends all mail to a port of 127.0.0.1. */
  Hub relayingTo(int port) {
    return with("SMART_HOST", "[127.0.0.1]:" + port);
  }

  Path data() {
    return data;
  }

  int smtpPort() {
    return smtpPort;
  }

  /** {@code bin/mailroom} with these arguments and this hub's settings, not run yet. */
  Program command(String... arguments) {
    return Program.ofProject("bin/mailroom").with(arguments).in(settings).within(START);
  }

  /** Runs {@code bin/mailroom} with these arguments. */
  Result run(String... arguments) throws IOException {
    return command(arguments).run();
  }

  /** Starts it; returns when it is ready. */
  Hub start() throws IOException {
    run("start").success();
    return this;
  }

  /** Stops it gracefully. */
  Result stop() throws IOException {
    return run("stop");
  }

  /** The server's process, if it runs. */
  Optional<ProcessHandle> process() {
    try {
      String pid = Files.readString(data.resolve("lock")).strip();
      return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Ends the server's process without any warning, as a power cut would. */
  void killNine() {
    ProcessHandle server = process().orElseThrow();
    server.destroyForcibly();
    await("the end of process " + server.pid()).atMost(PATIENCE).until(() -> !server.isAlive());
  }

  /** What {@code status --json} says. */
  String status() throws IOException {
    return run("status", "--json").success().out();
  }

  /** Mails in a state such as {@code deferred}, as the status says. */
  int count(String state) throws IOException {
    Matcher matcher = Pattern.compile('"' + state + "\":(\\d+)").matcher(status());
    if (!matcher.find()) {
      throw new AssertionError("The status has no " + state);
    }
    return Integer.parseInt(matcher.group(1));
  }

  /** Waits until nothing is queued. */
  void awaitEmptyQueue() {
    await("an empty queue of " + data)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> count("ready") + count("deferred") == 0);
  }

  @Override
  public void close() throws IOException {
    if (process().isPresent()) {
      run("stop", "--grace", "5");
      process().ifPresent(ProcessHandle::destroyForcibly);
    }
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
