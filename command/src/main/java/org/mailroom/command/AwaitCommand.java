package org.mailroom.command;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailroom.settings.Settings;

/**
 * {@code await PID OFFSET}: returns when the hub in that process is ready, and prints where it
 * listens; fails with the reason when it ends before, or can't become ready.
 */
final class AwaitCommand implements Command {

  private static final Duration PAUSE = Duration.ofMillis(200);

  /** While it starts, a server lets requests wait. */
  private static final Duration ANSWER = Duration.ofSeconds(3);

  /** A hub with a million mails waiting takes its time. */
  private static final Duration LONGEST = Duration.ofMinutes(20);

  /** What waiting does not mend: a port that another has taken meanwhile. */
  private static final String CLOSED = "A listener is not open: ";

  @Override
  public void run(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    Arguments arguments = Arguments.parse(words, Set.of(), Set.of(), 2);
    long pid = number(arguments.operand(0, "a process id"));
    long offset = number(arguments.operand(1, "an offset in the server's log"));
    Settings settings = context.configuration().soundSettings();
    DataDirectory data = new DataDirectory(settings.data());
    HubApi api = new HubApi(settings);
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!isReady(api)) {
      if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
        throw failure("The server ended before it was ready: ", data, offset);
      }
      if (hasFailed(data, offset)) {
        throw failure("Mailroom can't start: ", data, offset);
      }
      if (System.nanoTime() - deadline > 0) {
        throw new FailureException(
            "Mailroom was not ready after " + LONGEST.toMinutes() + " minutes; see " + data.logs());
      }
      pause();
    }
    Greeting.firstRun(settings, data.firstRun()).ifPresent(context.out()::println);
    context.out().println(Greeting.of(settings));
  }

  private static boolean isReady(HubApi api) throws FailureException {
    try {
      HttpResponse<String> response = api.ask("status", ANSWER);
      if (response.statusCode() != 200) {
        return false;
      }
      Json status = Json.parse(response.body());
      for (Json warning : status.get("warnings").elements()) {
        if (warning.text().startsWith(CLOSED)) {
          throw new FailureException("Mailroom can't start: " + warning.text());
        }
      }
      return status.get("ready").isTrue();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean hasFailed(DataDirectory data, long offset) throws IOException {
    return Files.exists(data.deployments().resolve(Application.NAME + ".failed"))
        || ServerLog.startedWithErrors(ServerLog.linesBehind(data.serverLog(), offset));
  }

  /** A line for each reason that the log has, and where to read more behind the last. */
  private static FailureException failure(String what, DataDirectory data, long offset)
      throws IOException {
    List<String> reasons =
        new ArrayList<>(ServerLog.cause(ServerLog.linesBehind(data.serverLog(), offset)));
    if (reasons.isEmpty()) {
      reasons.add(lastWords(data.consoleLog()));
    }
    reasons.set(0, what + reasons.getFirst());
    reasons.set(reasons.size() - 1, reasons.getLast() + "; see " + data.logs());
    return new FailureException(reasons);
  }

  /** What a JVM says that doesn't come as far as logging. */
  private static String lastWords(Path consoleLog) throws IOException {
    return ServerLog.linesBehind(consoleLog, 0).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("WARNING"))
        .findFirst()
        .map(String::strip)
        .orElse("it gave no reason");
  }

  private static long number(String text) throws UsageException {
    if (!text.matches("\\d{1,18}")) {
      throw new UsageException("not a number: " + text);
    }
    return Long.parseLong(text);
  }

  private static void pause() throws FailureException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException("Interrupted");
    }
  }
}
