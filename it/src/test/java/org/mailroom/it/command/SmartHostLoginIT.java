package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.ScriptedNextHop;
import org.mailroom.it.peer.Stage;

/** A smart host that wants to know who comes. */
class SmartHostLoginIT {

  private static final int NEXT_HOP = HubPorts.SMART_HOST_LOGIN + 5;
  private static final String PASSWORD = "Zwölf Boxkämpfer";
  private static final String LOGIN =
      "AUTH PLAIN "
          + Base64.getEncoder()
              .encodeToString(
                  ("\0hub@provider.test\0" + PASSWORD)
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8));

  private final Path file = Path.of("target/smart-host-password").toAbsolutePath();
  private final Hub hub;

  SmartHostLoginIT() throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, PASSWORD + "\n");
    hub =
        new Hub("smart-host-login", HubPorts.SMART_HOST_LOGIN)
            .relayingTo(NEXT_HOP)
            .with("SMART_HOST_USER", "hub@provider.test")
            .with("SMART_HOST_PASSWORD_FILE", file.toString());
  }

  @Test
  void aRefusedPasswordFailsNoMailAndARightOneLetsItThrough() throws IOException {
    try (ScriptedNextHop smartHost =
            ScriptedNextHop.listen("127.0.0.1", NEXT_HOP)
                .offering("PIPELINING", "8BITMIME", "AUTH LOGIN PLAIN");
        Hub running = hub.start()) {
      smartHost.script().at(Stage.AUTH, Action.reply("535 5.7.8 who are you?"));
      String id =
          RawSmtp.deliver(
              running.smtpPort(), "ann@corp.test", Mails.simple("patient"), "bob@files.test");
      awaitLogLine(id, " deferred ", "stage=auth status=4.7.8", "535 5.7.8 who are you?");
      assertThat(smartHost.mails()).isEmpty();

      smartHost.script().clear();
      smartHost.awaitMailFor("bob@files.test");
      awaitLogLine(id, " delivered ");
      List<String> commands = smartHost.commands();
      assertThat(commands.stream().filter(line -> line.endsWith(LOGIN))).hasSizeGreaterThan(1);
      assertThat(commands.stream().filter(line -> line.contains(" MAIL FROM"))).hasSize(1);
      assertThat(logLines(id)).noneMatch(line -> line.contains(" failed "));

      running.stop().success();
    }
    try (Stream<Path> tree = Files.walk(hub.data())) {
      for (Path path : tree.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text).as("the password in %s", path).doesNotContain(LOGIN.substring(11));
        assertThat(text).doesNotContain("Boxk");
      }
    }
  }

  @Test
  void aPasswordThatEverybodyCanReadIsRefusedWithTheOtherProblems() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Result result = hub.with("EXPIRY", "soon").run("start");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.problems())
        .hasSize(2)
        .anyMatch(line -> line.contains("MAILROOM_EXPIRY"))
        .anyMatch(line -> line.contains(file + ", which everybody can read"))
        .noneMatch(line -> line.contains("Boxk"));
    assertThat(hub.data()).doesNotExist();
  }

  private void awaitLogLine(String... words) {
    await("a line with " + List.of(words))
        .atMost(Duration.ofMinutes(1))
        .until(() -> !logLines(words).isEmpty());
  }

  private List<String> logLines(String... words) throws IOException {
    return Files.readAllLines(hub.data().resolve("logs/mail.log")).stream()
        .filter(line -> Stream.of(words).allMatch(line::contains))
        .toList();
  }
}
