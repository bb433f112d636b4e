package org.mailroom.it.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.PortRange;
import org.mailroom.it.ledger.Account;
import org.mailroom.it.ledger.LedgerPlan;
import org.mailroom.it.peer.ScriptedNextHop;

/**
 * Mail that the hub's own code breaks on, each time: it is laid before an operator, with nothing
 * lost, and nobody else waits for it.
 */
class PoisonIT {

  private static final String POISON = "poison@corp.test";
  private static final byte[] CONTENT = Mails.ofSize(5000);
  private static final int OTHERS = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PORT = PortRange.next();
  private static final int NEXT_HOP = PORT + 5;

  @Test
  void f33_itIsLaidAsideAndTheOthersFlow() throws IOException {
    try (ScriptedNextHop hop = ScriptedNextHop.listen("127.0.0.1", NEXT_HOP);
        Hub hub = new Hub("poison", PORT).relayingTo(NEXT_HOP).with("RETRY", "1s")) {
      KillPoints points = KillPoints.of(hub);
      points.poison(POISON);
      hub.start();

      String id = RawSmtp.deliver(hub.smtpPort(), POISON, CONTENT, "bob@far.test");
      for (int i = 0; i < OTHERS; i++) {
        RawSmtp.deliver(hub.smtpPort(), "ann@corp.test", CONTENT, "eve" + i + "@far.test");
      }
      hop.awaitMails(OTHERS);
      await("dead mail").atMost(PATIENCE).until(() -> hub.count("dead") == 1);
      assertThat(hop.mails()).hasSize(OTHERS).noneMatch(mail -> mail.isFor("bob@far.test"));
      assertThat(hub.status()).contains("failed on again and again: 1");
      assertThat(hub.run("queue", "list", "state:dead").success().out()).contains(id);
      assertThat(hub.run("queue", "export", id).success().out())
          .endsWith(new String(CONTENT, UTF_8));

      points.disarm();
      assertThat(hub.run("queue", "retry", "state:dead").success().out()).contains("1 retried");
      assertThat(hop.awaitMailFor("bob@far.test").contentAsSent()).isEqualTo(CONTENT);
      assertThat(hub.count("dead")).isZero();
    }
  }

  /** More than the dead queue keeps in memory: the rest of it is in pages on the disk. */
  @Test
  @Tag("long")
  void f43_aDeadQueueThatIsFullLosesNothing()
      throws IOException, InterruptedException, ExecutionException {
    int mails = 500;
    try (CrashSite site = new CrashSite(LedgerPlan.plain("dead-queue", 90_000))) {
      Hub hub = site.hub().with("RETRY", "1s");
      KillPoints points = KillPoints.of(hub);
      points.poison(site.ledger().plan().mail(1).reversePath());
      hub.start();
      site.load(mails, 0, 20).await();
      await("dead mail").atMost(PATIENCE).until(() -> hub.count("dead") == mails);
      site.kill();
      hub.start();
      assertThat(hub.count("dead")).isEqualTo(mails);

      points.disarm();
      assertThat(hub.run("queue", "retry", "state:dead", "--reason", "mended").success().out())
          .contains(mails + " retried");
      site.settle();
      Account account = site.ledger().account();
      Figures.add(account);
      assertThat(account.delivered()).isEqualTo(mails);
      assertThat(account.duplicated()).isZero();
    }
  }
}
