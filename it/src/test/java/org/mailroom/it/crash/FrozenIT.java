package org.mailroom.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.ledger.Account;
import org.mailroom.it.ledger.LedgerPlan;
import org.mailroom.it.ledger.LedgerRun;
import org.mailroom.it.ledger.LogAccount;

/**
 * The whole process stands still under load, as on a machine that is suspended (F50): it goes on
 * where it was, nothing is lost, and nothing comes twice.
 */
@Tag("long")
class FrozenIT {

  private static final int RATE = 40;
  private static final int SESSIONS = 20;

  @Test
  void aHubThatStoodStillFor20SecondsGoesOn()
      throws IOException, InterruptedException, ExecutionException {
    freeze("frozen-20-s", Duration.ofSeconds(20));
  }

  @Test
  void aHubThatStoodStillForTwoMinutesGoesOn()
      throws IOException, InterruptedException, ExecutionException {
    freeze("frozen-120-s", Duration.ofMinutes(2));
  }

  private static void freeze(String run, Duration time)
      throws IOException, InterruptedException, ExecutionException {
    try (CrashSite site = new CrashSite(LedgerPlan.mixed(run, 50).upTo(1 << 20))) {
      site.hub().start();
      LedgerRun load = site.load(CrashSite.WITHOUT_END, RATE, SESSIONS);
      load.awaitFurther(3 * RATE);
      ProcessHandle server = site.hub().process().orElseThrow();
      Machine.freeze(server);
      long thawedAt = System.nanoTime() + time.toNanos();
      try {
        await("the end of the standstill")
            .atMost(time.plusMinutes(1))
            .until(() -> System.nanoTime() - thawedAt > 0);
      } finally {
        Machine.thaw(server);
      }
      load.awaitFurther(3 * RATE);
      load.stop();
      site.settle();
      Account account = site.ledger().account();
      Figures.add(account);
      assertThat(account.duplicated()).as("came twice").isZero();
      assertThat(account.unknown()).as("got no reply").isZero();
      LogAccount log = new LogAccount(site.hub().data().resolve("logs"));
      assertThat(log.i10(site.ledger())).isEmpty();
      assertThat(log.traces()).as("stack traces in the server's log").isEmpty();
    }
  }
}
