package org.mailroom.it.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.ScriptedNextHop;

/** The operator's commands, from the ready line to the stop. */
class HubCommandIT {

  private static final int NEXT_HOP = HubPorts.COMMAND + 5;
  private static final Path MAIL = Path.of("target/command-mail.eml");

  private static Hub hub;
  private static ScriptedNextHop nextHop;

  @BeforeAll
  static void startHub() throws IOException {
    nextHop = ScriptedNextHop.listen("127.0.0.1", NEXT_HOP);
    hub = new Hub("command", HubPorts.COMMAND).relayingTo(NEXT_HOP).start();
    Files.write(MAIL, Mails.simple("by command"));
  }

  @AfterAll
  static void stopHub() throws IOException {
    hub.close();
    nextHop.close();
  }

  @Test
  void statusSaysThatItIsReadyAndWhatIsQueued() throws IOException {
    assertThat(hub.status())
        .contains(
            "\"ready\":true",
            "\"queues\":{",
            "\"deferred\":",
            "\"dead\":0",
            "\"listeners\":[",
            "127.0.0.1:" + HubPorts.COMMAND,
            "\"open\":true");
    assertThat(hub.run("status").success().out()).contains("127.0.0.1:" + HubPorts.COMMAND);
  }

  @Test
  void sendSubmitsAMessage() throws IOException {
    hub.run(
            "send",
            MAIL.toString(),
            "--from",
            "ann@corp.test",
            "--to",
            "bob@files.test",
            "--to",
            "eve@files.test")
        .success();
    RelayedMail mail = nextHop.awaitMailFor("bob@files.test");
    assertThat(mail.mail()).startsWith("FROM:<ann@corp.test>");
    assertThat(mail.isFor("eve@files.test")).isTrue();
    assertThat(mail.contentAsSent()).isEqualTo(Mails.simple("by command"));
  }

  @Test
  void aWaitingMailIsListedAndShown() throws IOException {
    nextHop
        .script()
        .at(
            org.mailroom.it.peer.Stage.RCPT,
            "<later@",
            org.mailroom.it.peer.Action.reply("450 4.2.1 later"),
            Integer.MAX_VALUE);
    hub.run("send", MAIL.toString(), "--from", "ann@corp.test", "--to", "later@files.test")
        .success();
    String list =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () -> hub.run("queue", "list", "--json").success().out(),
                text -> text.contains("later@files.test") && text.contains("4.2.1"));
    assertThat(list).contains("ann@corp.test");
    assertThat(hub.run("queue", "list").success().out()).contains("later@files.test");
    String id = org.mailroom.it.client.RawSmtp.queueId(list);
    assertThat(hub.run("queue", "show", id).success().out())
        .contains(id, "later@files.test", "450 4.2.1 later");
    assertThat(hub.run("queue", "destinations").success().out()).contains("127.0.0.1");
    assertThat(hub.count("deferred")).isPositive();
    nextHop.script().clear();
    nextHop.awaitMailFor("later@files.test");
  }

  @Test
  void theDirectoryIsChangedByCommands() throws IOException {
    assertThat(hub.run("account", "list").success().out()).contains("admin@", "administrator");
    hub.run("domain", "add", "people.test", "--quota", "5GiB").success();
    hub.shell(
            "printf 'correct horse\\n' | %s account add ann@people.test --name Ann --password-stdin"
                .formatted(Program.inProject("bin/mailroom")))
        .run()
        .success();
    hub.run("alias", "add", "sales@people.test", "--targets", "ann@people.test").success();
    assertThat(hub.run("account", "show", "ann@people.test").success().out())
        .contains("Ann", "5368709120");
    Result removal = hub.run("account", "remove", "ann@people.test");
    assertThat(removal.exitCode()).isEqualTo(1);
    assertThat(removal.problems())
        .anyMatch(line -> line.contains("sales@people.test leads to ann@people.test"));
    Path exported = Path.of("target/command-aliases.csv").toAbsolutePath();
    hub.run("alias", "export", "--output", exported.toString()).success();
    assertThat(Files.readString(exported)).contains("sales@people.test,ann@people.test");
    assertThat(hub.run("alias", "import", exported.toString(), "--dry-run").success().out())
        .isEqualTo("would be: 0 added, 0 changed, 1 as before\n");
    Files.writeString(exported, "address,targets\nx@people.test,nobody@people.test\n");
    assertThat(hub.run("alias", "import", exported.toString()).problems())
        .anyMatch(line -> line.contains("line 2: x@people.test leads to nobody@people.test"));
    assertThat(hub.run("audit", "list").success().out()).contains("add account", "add alias");
    assertThat(Files.readString(hub.data().resolve("logs/server.log"), UTF_8))
        .doesNotContain("correct horse");
  }

  @Test
  void aTokenIsShownOnce() throws IOException {
    String token = hub.run("token", "add", "monitor", "--role", "auditor").success().out().strip();
    assertThat(token).hasSizeGreaterThan(40);
    assertThat(hub.run("token", "list").success().out())
        .contains("monitor", "auditor")
        .doesNotContain(token);
    hub.run("token", "remove", "monitor").success();
  }

  @Test
  void aCommandThatDoesNotExistIsAUsageError() throws IOException {
    assertThat(hub.run("frobnicate").exitCode()).isEqualTo(2);
    assertThat(hub.run("start", "--frobnicate").exitCode()).isEqualTo(2);
    assertThat(hub.run("queue", "show").exitCode()).isEqualTo(2);
  }

  @Test
  void theBrokersThreadsAreVirtual() throws IOException {
    assertThat(Files.readString(hub.data().resolve("logs/server.log"), UTF_8))
        .containsPattern("virtual threads in 6 pools|platform threads with Java 2[123]");
  }

  @Test
  void whatIsSecretIsItsOwnersAlone() throws IOException {
    assertThat(Files.getPosixFilePermissions(hub.data().resolve("secrets/command-token")))
        .hasToString("[OWNER_READ, OWNER_WRITE]");
    assertThat(
            Files.readString(hub.data().resolve("logs/server.log"), UTF_8)
                .lines()
                .filter(line -> line.contains(" ERROR ")))
        .as("errors in the server's log")
        .isEmpty();
  }

  @Test
  void aSecondStartOnTheSameDataIsRefused() throws IOException {
    Result second = hub.run("start");
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.problems()).anyMatch(line -> line.contains(hub.data().toString()));
    assertThat(hub.status()).contains("\"ready\":true");
  }
}
