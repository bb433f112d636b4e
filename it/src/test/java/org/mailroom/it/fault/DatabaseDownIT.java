package org.mailroom.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.PortRange;
import org.mailroom.it.command.Result;
import org.mailroom.it.peer.ScriptedNextHop;
import org.mailroom.postgres.PostgresCluster;

/**
 * A database that is away (F13): what is relayed goes on, people log in, mail for mailboxes is
 * taken and waits, and is filed once when the database is back.
 */
class DatabaseDownIT {

  private static final int PORT = PortRange.next();
  private static final int SUBMISSION = PORT + 3;
  private static final int NEXT_HOP = PORT + 5;
  private static final int CLUSTER = PORT + 6;
  private static final String ADMIN = "admin@database-down.test";
  private static final String PASSWORD = "correct horse battery";
  private static final String WARNING = "The database doesn't answer, mail for mailboxes waits: ";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** More than there are consumers. */
  private static final int FOR_MAILBOXES = 40;

  private static final int FOR_OTHERS = 20;

  @Test
  void mailIsRelayedAndMailForMailboxesWaits() throws IOException {
    try (PostgresCluster cluster = PostgresCluster.begin(CLUSTER);
        ScriptedNextHop hop = ScriptedNextHop.listen("127.0.0.1", NEXT_HOP);
        Hub hub = hub(cluster)) {
      hub.start();
      Addressee admin = new Addressee(hub, ADMIN);
      admin.hasOnce(admin.send(1));

      cluster.stop();
      List<String> waiting = admin.send(FOR_MAILBOXES);
      new Addressee(hub, "bob@away.test").send(FOR_OTHERS);
      hop.awaitMails(FOR_OTHERS);
      logsIn();
      await("a warning of the database").atMost(PATIENCE).until(() -> hub.warns(WARNING));
      assertThat(hub.queuedRecipients()).hasSize(FOR_MAILBOXES).containsOnly(ADMIN);
      for (String state : List.of("deferred", "held", "dead")) {
        assertThat(hub.count(state)).as(state).isZero();
      }
      assertThat(hub.status()).contains("\"ready\":true");

      cluster.start();
      admin.hasOnce(waiting);
      await("no warning")
          .atMost(PATIENCE)
          .until(() -> !hub.warns("The database") && !hub.warns("The traces"));
      await("a trace")
          .atMost(PATIENCE)
          .until(() -> hub.run("trace", waiting.get(0)).out(), text -> text.contains("delivered"));
      assertThat(hop.mails()).as("relayed, and no report").hasSize(FOR_OTHERS);
      assertThat(Files.readString(hub.data().resolve("logs/mail.log")))
          .doesNotContain(" failed ", " deferred ", " notified ");

      withoutADatabaseItStopsAndDoesNotStart(cluster, admin);
    }
  }

  private static void withoutADatabaseItStopsAndDoesNotStart(
      PostgresCluster cluster, Addressee admin) throws IOException {
    Hub hub = admin.hub();
    cluster.stop();
    List<String> waiting = admin.send(FOR_MAILBOXES);
    hub.stop().success();
    Result start = hub.run("start");
    assertThat(start.exitCode()).isEqualTo(1);
    assertThat(start.problems()).anyMatch(line -> line.contains("The database can't be reached"));
    assertThat(hub.process()).as("a process that is left").isEmpty();
    cluster.start();
    hub.start();
    admin.hasOnce(waiting);
  }

  private static Hub hub(PostgresCluster cluster) throws IOException {
    return new Hub("database-down", PORT)
        .relayingTo(NEXT_HOP)
        .with("SUBMISSION_PORT", Integer.toString(SUBMISSION))
        .with("ADMIN_PASSWORD", PASSWORD)
        .with("DB_URL", cluster.newDatabase());
  }

  /** Passwords are part of the directory in memory. */
  private static void logsIn() throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(SUBMISSION)) {
      smtp.startTls();
      smtp.ehlo();
      assertThat(smtp.login(ADMIN, PASSWORD)).startsWith("235");
    }
  }
}
