package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;

/** A hub whose database is a PostgreSQL, in every build; the other tests are on H2 as a rule. */
class PostgresIT {

  private static final int SUBMISSION = HubPorts.POSTGRES + 3;
  private static final String PASSWORD = "correct horse";
  private static final Path PEOPLE = Path.of("target/postgres-people.csv").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static Hub hub;

  @BeforeAll
  static void startHub() throws IOException {
    hub =
        new Hub("postgres", HubPorts.POSTGRES)
            .with("DB_URL", HubDatabase.cluster().newDatabase())
            .with("SUBMISSION_PORT", Integer.toString(SUBMISSION))
            .start();
    Files.writeString(
        PEOPLE,
        """
        address,quota,password
        ann@people.test,,%1$s
        bob@people.test,,%1$s
        cid@people.test,,%1$s
        dan@people.test,,%1$s
        small@people.test,4KiB,%1$s
        """
            .formatted(PASSWORD));
    hub.run("domain", "add", "people.test").success();
    hub.run("account", "import", PEOPLE.toString()).success();
    hub.run("alias", "add", "sales@people.test", "--targets", "cid@people.test").success();
    hub.run("list", "add", "team@people.test", "--members", "ann@people.test dan@people.test")
        .success();
  }

  @AfterAll
  static void stopHub() throws IOException {
    hub.close();
  }

  @Test
  void aMailOfAUserIsFiledForAnAccountAnAliasAndAList() throws IOException {
    Result swaks =
        Program.ofDebian("swaks", "swaks")
            .with("--server", "127.0.0.1:" + SUBMISSION, "--tls")
            .with("--auth", "PLAIN", "--auth-user", "ann@people.test")
            .with("--auth-password", PASSWORD, "--from", "ann@people.test")
            .with("--to", "bob@people.test,sales@people.test,team@people.test")
            .run()
            .success();
    awaitCopies(
        RawSmtp.queueId(swaks.out()),
        Map.of(
            "ann@people.test",
            1,
            "bob@people.test",
            1,
            "cid@people.test",
            1,
            "dan@people.test",
            1));
  }

  @Test
  void aMailWaitsForRoomInAFullMailbox() throws IOException {
    String id = deliver(Mails.ofSize(6_000), "small@people.test");
    await("a deferral for want of room")
        .atMost(PATIENCE)
        .until(() -> hub.run("queue", "show", id).success().out(), text -> text.contains("4.2.2"));
    assertThat(FiledMail.copies(hub, id)).isEmpty();
    hub.run("account", "set", "small@people.test", "--quota", "1MiB").success();
    awaitCopies(id, Map.of("small@people.test", 1));
    hub.awaitEmptyQueue();
  }

  @Test
  void aRestartKeepsTheDirectoryTheMailAndItsTrace() throws IOException {
    String id = deliver(Mails.simple("kept"), "bob@people.test");
    awaitCopies(id, Map.of("bob@people.test", 1));
    awaitTrace(id);
    hub.stop().success();
    hub.start();
    assertThat(hub.run("list", "show", "team@people.test").success().out())
        .contains("ann@people.test", "dan@people.test");
    assertThat(FiledMail.copies(hub, id)).containsOnly(Map.entry("bob@people.test", 1));
    awaitTrace(id);
    String next = deliver(Mails.simple("after the restart"), "bob@people.test");
    awaitCopies(next, Map.of("bob@people.test", 1));
    assertThat(hub.data().resolve("database")).as("an H2 beside it").doesNotExist();
  }

  private static String deliver(byte[] content, String to) throws IOException {
    return RawSmtp.deliver(HubPorts.POSTGRES, "eve@away.test", content, to);
  }

  private static void awaitCopies(String id, Map<String, Integer> copies) {
    await("the copies of " + id)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(FiledMail.copies(hub, id)).isEqualTo(copies));
  }

  private static void awaitTrace(String id) {
    await("the trace of " + id)
        .atMost(PATIENCE)
        .until(() -> hub.run("trace", id).out(), text -> text.contains("delivered"));
  }
}
