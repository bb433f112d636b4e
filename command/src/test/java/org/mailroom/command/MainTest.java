package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({
    "'', a command is missing",
    "coffee, unknown command: coffee",
    "backup, unknown command: backup",
    "queue, 'queue needs list, show, destinations or one of [delete, expire, export, fail, hold,"
        + " release, reroute, retry]'",
    "queue fold, unknown command: queue fold",
    "queue hold, missing argument: ID or FILTER",
    "queue hold all, queue hold needs --reason",
    "queue reroute all, queue reroute needs --to",
    "queue expire all, queue expire needs --at",
    "pause relay, pause needs --reason",
    "audit, audit needs list",
    "trace, 'trace needs an ID, or one of --from, --to, --sender, --recipient, --subject, --after'",
    "mailbox, 'mailbox needs backup, restore or import'",
    "mailbox empty, unknown command: mailbox empty",
    "mailbox backup ann@corp.test, missing argument: FILE",
    "mailbox restore, missing argument: ADDRESS",
    "mailbox import ann@corp.test, missing argument: FILE or DIRECTORY",
    "queue show, missing argument: ID",
    "status --verbose, unknown option: --verbose",
    "stop now, unexpected argument: now",
    "stop --grace soon, --grace is a number of seconds",
    "send, missing argument: FILE"
  })
  void whatMeansNothingIsUsage(String words, String message) {
    assertThat(run(words)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("mailroom: " + message + "\nSee: mailroom help\n");
    assertThat(out.size()).isZero();
  }

  @Test
  void helpIsDone() {
    assertThat(run("help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: mailroom COMMAND");
  }

  @ParameterizedTest
  @CsvSource({
    "status",
    "status --json",
    "queue list --json",
    "queue destinations",
    "mailbox backup a@b.test -"
  })
  void whereNoHubRunsAskingFailsWithOneLine(String words) {
    assertThat(run(words)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("mailroom: Mailroom is not running on " + home.resolve("data") + "\n");
    assertThat(out.size()).isZero();
  }

  @Test
  void stoppingWhatDoesNotRunIsDone() {
    assertThat(run("stop")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("Mailroom is not running on " + home.resolve("data") + "\n");
  }

  private int run(String words) {
    try (PrintStream output = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      Context context = new Context(new Installation(home), home, Map.of(), output);
      return Main.run(words.isEmpty() ? List.of() : List.of(words.split(" ")), context, errors);
    }
  }
}
