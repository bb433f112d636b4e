package org.mailroom.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.command.Hub;
import org.mailroom.it.ledger.Account;
import org.mailroom.it.ledger.LedgerPlan;

/**
 * The wall clock jumps while mails wait for a next hop that is down (F37): nobody is told that a
 * mail failed, and each goes on as soon as the hop is back, by the schedule's own time.
 */
@Tag("long")
class ClockShiftIT {

  private static final Duration AS_IF_NOTHING_HAD_BEEN = Duration.ofMinutes(1);

  @Test
  void aClockThatJumpsFailsNothingAndKeepsNothingBack()
      throws IOException, InterruptedException, ExecutionException {
    LedgerPlan plan = new LedgerPlan("clock-shift", 37, 1024, 4096, 1, 3, 0, 0);
    try (CrashSite site = new CrashSite(plan)) {
      FakeClock clock = FakeClock.of(site.hub());
      Hub hub = site.hub().start();
      int mails = 0;
      for (String shift : new String[] {"+1h", "-1h", "+0", "+10d"}) {
        mails = waiting(site, mails);
        clock.set(shift);
        site.sink().up();
        hub.awaitEmptyQueue(AS_IF_NOTHING_HAD_BEEN);
        assertThat(site.ledger().account().delivered()).as("after " + shift).isEqualTo(mails);
      }
      site.settle();
      Account account = site.ledger().account();
      Figures.add(account);
      assertThat(account.reported()).isZero();
      assertThat(account.duplicated()).isZero();
    }
  }

  /** More mails, which wait for their next attempt; how many were sent by then. */
  private static int waiting(CrashSite site, int before)
      throws IOException, InterruptedException, ExecutionException {
    site.sink().down();
    int mails = before + 10;
    site.load(10, 0, 2).await();
    await("mails that wait")
        .atMost(Duration.ofMinutes(1))
        .until(() -> site.hub().count("deferred") == 10);
    return mails;
  }
}
