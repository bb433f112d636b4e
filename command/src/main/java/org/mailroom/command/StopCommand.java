package org.mailroom.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mailroom.settings.Settings;

/**
 * {@code stop [--grace SECONDS]}: asks the server to end, and returns when it has. What doesn't end
 * in time is killed, which loses no mail that was answered with 250.
 */
final class StopCommand implements Command {

  private static final String GRACE = "--grace";

  /** What a server needs beside the grace, to close what it has open. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(100);

  @Override
  public void run(List<String> words, Context context) throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(), Set.of(GRACE), 0);
    Optional<Duration> asked = grace(arguments);
    Settings settings = context.configuration().soundSettings();
    DataDirectory data = new DataDirectory(settings.data());
    if (!data.isHeld()) {
      context.out().println("Mailroom is not running on " + data.root());
      return;
    }
    ProcessHandle server = server(data);
    server.destroy();
    Duration patience = asked.orElse(settings.stopGrace().plus(MARGIN));
    if (!ends(server, data, patience)) {
      server.destroyForcibly();
      ends(server, data, MARGIN);
      throw new FailureException(
          "Mailroom had not stopped after " + patience.toSeconds() + " s and was killed");
    }
    context.out().println("Mailroom has stopped");
  }

  private static Optional<Duration> grace(Arguments arguments) throws UsageException {
    Optional<String> value = arguments.value(GRACE);
    if (value.isPresent() && !value.get().matches("\\d{1,5}")) {
      throw new UsageException(GRACE + " is a number of seconds");
    }
    return value.map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  /** The process that the lock names, when it is a server on this data directory. */
  private static ProcessHandle server(DataDirectory data) throws FailureException {
    OptionalLong pid = data.serverPid();
    Optional<ProcessHandle> process =
        pid.isPresent() ? ProcessHandle.of(pid.getAsLong()) : Optional.empty();
    return process
        .filter(handle -> isOurs(handle, data))
        .orElseThrow(
            () ->
                new FailureException(
                    data.root()
                        + " is held, but by no server that can be found; see fuser "
                        + data.lock()));
  }

  private static boolean isOurs(ProcessHandle handle, DataDirectory data) {
    String mark = "-Djboss.server.base.dir=" + data.server();
    return handle
        .info()
        .arguments()
        .map(arguments -> List.of(arguments).contains(mark))
        .orElse(false);
  }

  /** Waits for the process, and for the lock: whoever waits for the process holds it as well. */
  private static boolean ends(ProcessHandle server, DataDirectory data, Duration patience)
      throws FailureException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (server.isAlive() || data.isHeld()) {
      if (System.nanoTime() - deadline > 0) {
        return !server.isAlive();
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new FailureException("Interrupted");
      }
    }
    return true;
  }
}
