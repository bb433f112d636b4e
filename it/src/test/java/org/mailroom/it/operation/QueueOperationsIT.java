package org.mailroom.it.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.PortRange;
import org.mailroom.it.command.Result;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.ScriptedNextHop;
import org.mailroom.it.report.ParsedDsn;

/** Each operation, on one mail and on a filter. The next hop is down until a test needs it. */
class QueueOperationsIT {

  private static final int PORT = PortRange.next();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final byte[] CONTENT = Mails.ofSize(5000);
  private static final String ADMIN = "admin@operations.test";
  private static final String FILING =
      "/deployment=mailroom.ear/subdeployment=mailroom-ejb.jar/subsystem=ejb3"
          + "/message-driven-bean=DeliveryConsumer";
  private static final String[] WHY = {"--reason", "a test"};

  private static Hub hub;
  private static ScriptedNextHop nextHop;
  private static ScriptedNextHop other;
  private static boolean isUp;

  @BeforeAll
  static void startHub() throws IOException {
    nextHop = ScriptedNextHop.down("127.0.0.1", PORT + 5);
    other = ScriptedNextHop.listen("127.0.0.1", PORT + 6);
    hub = new Hub("operations", PORT).with("RETRY", "1h").relayingTo(PORT + 5).start();
  }

  @AfterAll
  static void stopHub() throws IOException {
    hub.close();
    nextHop.close();
    other.close();
  }

  @AfterEach
  void emptyTheQueue() throws IOException {
    if (isUp) {
      nextHop.goDown();
      isUp = false;
    }
    run("delete", "all", WHY);
    assertThat(list("all")).isEmpty();
  }

  @Test
  void heldMailIsNotTriedUntilItIsReleased() throws IOException {
    String id = waiting("bob@hold.test");
    assertThat(run("hold", id, WHY)).isEqualTo("1 held");
    assertThat(hub.count("held")).isEqualTo(1);
    assertThat(run("hold", id, WHY)).isEqualTo("0 held, 1 skipped: held");
    bringUpTheNextHop();
    assertThat(run("retry", "state:deferred")).isEqualTo("0 retried");
    assertThat(run("release", id)).isEqualTo("1 released");
    retryUntilThere("bob@hold.test");
    assertThat(nextHop.awaitMailFor("bob@hold.test").contentAsSent()).isEqualTo(CONTENT);
  }

  @Test
  void manyMailsAreHeldAndReleasedByFilter() throws IOException {
    for (int i = 0; i < 60; i++) {
      accept("bob" + i + "@many.test");
    }
    accept("bob@else.test");
    await().atMost(PATIENCE).until(() -> list("state:deferred").size() == 61);
    assertThat(run("hold", "domain:many.test age<1h", WHY)).isEqualTo("60 held");
    assertThat(list("state:held")).hasSize(60);
    assertThat(list("state:deferred")).hasSize(1);
    bringUpTheNextHop();
    assertThat(run("release", "state:held")).isEqualTo("60 released");
    retryUntilThere("bob59@many.test");
    await().atMost(PATIENCE).until(() -> list("domain:many.test").isEmpty());
    assertThat(nextHop.mails().stream().filter(mail -> mail.mail().contains("ann@")).count())
        .as("each mail once")
        .isGreaterThanOrEqualTo(60);
    assertThat(nextHop.mails().stream().filter(mail -> mail.isFor("bob7@many.test"))).hasSize(1);
  }

  @Test
  void waitingMailIsRetriedAtOnce() throws IOException {
    String id = waiting("bob@retry.test");
    bringUpTheNextHop();
    assertThat(run("retry", id)).isEqualTo("1 retried");
    nextHop.awaitMailFor("bob@retry.test");
  }

  @Test
  void mailIsReroutedToAnotherNextHop() throws IOException {
    waiting("bob@reroute.test");
    assertThat(run("reroute", "domain:reroute.test", "--to", "[127.0.0.1]:" + other.port()))
        .isEqualTo("1 rerouted");
    assertThat(other.awaitMailFor("bob@reroute.test").contentAsSent()).isEqualTo(CONTENT);
  }

  @Test
  void mailGetsAnotherExpiry() throws IOException {
    String id = waiting("bob@expire.test");
    assertThat(run("expire", id, "--at", "2031-01-02T03:04:05Z"))
        .isEqualTo("1 given another expiry");
    assertThat(hub.run("queue", "show", id).success().out()).contains("2031-01-02T03:04:05Z");
    assertThat(list("id:" + id + " state:deferred")).hasSize(1);
  }

  @Test
  void failedMailIsReportedToItsSenderWithTheReason() throws Exception {
    String id = waiting("bob@fail.test");
    bringUpTheNextHop();
    assertThat(run("fail", id, "--reason", "the site has closed")).isEqualTo("1 failed");
    retryUntilThere("ann@sender.test");
    RelayedMail notice = nextHop.awaitMailFor("ann@sender.test");
    ParsedDsn dsn = ParsedDsn.of(notice.contentAsSent());
    assertThat(dsn.field(0, "Action")).contains("failed");
    assertThat(dsn.field(0, "Status")).contains("5.7.0");
    assertThat(dsn.field(0, "Diagnostic-Code").orElse("")).contains("the site has closed");
    assertThat(mailLog()).anyMatch(line -> line.contains("failed id=" + id));
  }

  @Test
  void deletedMailIsGoneAndNobodyIsTold() throws IOException {
    String id = waiting("bob@delete.test");
    assertThat(run("delete", id, WHY)).isEqualTo("1 deleted");
    assertThat(list("all")).isEmpty();
    assertThat(mailLog())
        .anyMatch(line -> line.contains("id=" + id) && line.contains("stage=operator"))
        .noneMatch(line -> line.contains("notified") && line.contains("about=" + id));
  }

  /** As in a backlog: nobody takes mail for mailboxes but the operations. */
  @Test
  void mailForMailboxesIsChangedAsAnyOther() throws IOException {
    hub.manage(FILING + ":stop-delivery");
    String kept;
    try {
      String rerouted = accept(ADMIN);
      assertThat(list("id:" + rerouted + " state:delivery")).hasSize(1);
      assertThat(run("hold", rerouted, WHY)).isEqualTo("1 held");
      assertThat(run("release", rerouted)).isEqualTo("1 released");
      assertThat(list("id:" + rerouted + " state:delivery")).hasSize(1);
      assertThat(run("reroute", rerouted, "--to", "[127.0.0.1]:" + other.port()))
          .isEqualTo("1 rerouted");
      assertThat(other.awaitMailFor(ADMIN).contentAsSent()).isEqualTo(CONTENT);

      kept = accept(ADMIN);
      String deleted = accept(ADMIN);
      assertThat(run("retry", "state:delivery"))
          .isEqualTo("0 retried, 2 skipped: ready for a mailbox");
      assertThat(run("expire", "state:delivery", "--at", "2031-01-02T03:04:05Z"))
          .isEqualTo("2 given another expiry");
      assertThat(hub.run("queue", "export", kept).success().out())
          .endsWith(new String(CONTENT, UTF_8));
      assertThat(run("delete", deleted, WHY)).isEqualTo("1 deleted");
      assertThat(hub.count("delivery")).isEqualTo(1);
    } finally {
      hub.manage(FILING + ":start-delivery");
    }
    await("the mail is filed")
        .atMost(PATIENCE)
        .until(
            () ->
                mailLog().stream()
                    .anyMatch(line -> line.contains(" delivered id=" + kept + " from=")));
  }

  @Test
  void exportGivesTheMailAsItIsAndLeavesItWhereItWas() throws IOException {
    String id = waiting("bob@export.test");
    String mail = hub.run("queue", "export", id).success().out();
    assertThat(mail).startsWith("Received: ").endsWith(new String(CONTENT, UTF_8));
    Path folder = Files.createTempDirectory("exported");
    try {
      assertThat(run("export", "all", "--output", folder.toString())).isEqualTo("1 exported");
      assertThat(Files.readString(folder.resolve(id + "-1.eml"))).isEqualTo(mail);
    } finally {
      Files.deleteIfExists(folder.resolve(id + "-1.eml"));
      Files.delete(folder);
    }
    assertThat(list("id:" + id + " state:deferred")).hasSize(1);
  }

  @Test
  void aDryRunChangesNothing() throws IOException {
    String id = waiting("bob@dry.test");
    assertThat(run("delete", "all", "--reason", "x", "--dry-run"))
        .startsWith("1 would be changed")
        .contains(id, "bob@dry.test");
    assertThat(list("state:deferred")).hasSize(1);
  }

  @Test
  void whatIsDoneIsInTheAudit() throws IOException {
    String id = waiting("bob@audit.test");
    run("hold", id, "--reason", "to be audited");
    assertThat(hub.run("audit", "list").success().out().lines().skip(1).findFirst().orElse(""))
        .contains("hold", "id:" + id, "1 held", "to be audited", System.getProperty("user.name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"age>soon", "bob", "sender:x", "state:lost"})
  void aWrongFilterIsRefusedWithItsPlace(String filter) throws IOException {
    Result result = hub.run("queue", "delete", filter, "--reason", "x");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.error()).contains("The filter is wrong at character");
  }

  @Test
  void anOperationNeedsAFilterAndWhereItCannotBeUndoneAReason() throws IOException {
    assertThat(hub.run("queue", "delete", "--reason", "x").exitCode()).isEqualTo(2);
    assertThat(hub.run("queue", "delete", "all").exitCode()).isEqualTo(2);
    assertThat(hub.run("queue", "hold", "", "--reason", "x").error()).contains("it is empty");
  }

  private static void bringUpTheNextHop() {
    nextHop.up();
    isUp = true;
  }

  private static void retryUntilThere(String recipient) {
    await(recipient)
        .atMost(PATIENCE)
        .until(
            () -> {
              run("retry", "all");
              return nextHop.mails().stream().anyMatch(mail -> mail.isFor(recipient));
            });
  }

  /** Accepts a mail, and waits until its first attempt has failed. */
  private static String waiting(String recipient) throws IOException {
    String id = accept(recipient);
    await(id).atMost(PATIENCE).until(() -> !list("id:" + id + " state:deferred").isEmpty());
    return id;
  }

  private static String accept(String recipient) throws IOException {
    return RawSmtp.deliver(hub.smtpPort(), "ann@sender.test", CONTENT, recipient);
  }

  private static String run(String operation, String filter, String... rest) throws IOException {
    String[] words = new String[rest.length + 3];
    words[0] = "queue";
    words[1] = operation;
    words[2] = filter;
    System.arraycopy(rest, 0, words, 3, rest.length);
    Result result = hub.run(words);
    assertThat(result.exitCode()).as(Arrays.toString(words) + result).isZero();
    return result.out().strip();
  }

  /** The lines of the list without its head. */
  private static List<String> list(String filter) throws IOException {
    return hub.run("queue", "list", filter).success().out().lines().skip(1).toList();
  }

  private static List<String> mailLog() throws IOException {
    return Files.readAllLines(hub.data().resolve("logs/mail.log"), UTF_8);
  }
}
