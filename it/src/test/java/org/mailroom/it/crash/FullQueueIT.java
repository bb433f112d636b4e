package org.mailroom.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.ledger.Account;
import org.mailroom.it.ledger.LedgerPlan;

/**
 * kill -9 of a hub with a long queue (F8): all of it is there again, soon after the start, and is
 * relayed.
 */
class FullQueueIT {

  private static final int SESSIONS = 50;
  private static final int OCTETS = 2048;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  @Test
  void fourThousandMailsAreThereAfterAKill()
      throws IOException, InterruptedException, ExecutionException {
    kill("full-queue", 4_000, Duration.ofMinutes(1));
  }

  /** More than the queue keeps in memory: most of it is in pages on the disk. */
  @Test
  @Tag("long")
  void aHundredThousandMailsAreThereAfterAKill()
      throws IOException, InterruptedException, ExecutionException {
    kill("full-queue-100000", Integer.getInteger("faults.queued", 100_000), Duration.ofMinutes(2));
  }

  private static void kill(String run, int mails, Duration startAtMost)
      throws IOException, InterruptedException, ExecutionException {
    LedgerPlan plan = new LedgerPlan(run, 8, OCTETS, OCTETS, 1, 10, 0, 0);
    try (CrashSite site = new CrashSite(plan)) {
      // The only session out waits for a greeting, so that the mails stay.
      site.sink().hold(true);
      site.hub().with("HEAP", "1g").with("RELAY_SESSIONS", "1").start();
      site.load(mails, 0, SESSIONS).await();
      site.kill();

      site.hub().with("RELAY_SESSIONS", "64");
      Recovery recovery = Recovery.of(site);
      assertThat(recovery.toPorts()).isLessThan(startAtMost);
      int queued = site.hub().count("ready") + site.hub().count("deferred");
      site.sink().down();
      site.sink().hold(false);
      site.sink().up();
      site.hub().awaitEmptyQueue(PATIENCE);
      site.settle();
      Account account = site.ledger().account();
      Figures.add(account);
      Figures.add("  " + recovery.text(site));
      assertThat(queued)
          .as("counted after the start")
          .isGreaterThanOrEqualTo(account.acknowledged());
      assertThat(account.acknowledged()).isEqualTo(mails);
      assertThat(account.delivered()).isEqualTo(mails);
      assertThat(account.duplicated()).isZero();
    }
  }
}
