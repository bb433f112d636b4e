package org.mailroom.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.ledger.Account;
import org.mailroom.it.ledger.LedgerPlan;
import org.mailroom.it.ledger.LedgerRun;

/**
 * kill -9 at random moments under a mixed load, with recipients that are busy or gone: nothing is
 * lost, nobody is told twice, and only what was in flight at a kill comes twice.
 */
class RandomKillsIT {

  private static final int SESSIONS = 30;

  /** For each kill: sessions in, and attempts out with 50 recipients at most. */
  private static final int IN_FLIGHT_AT_A_KILL = 64 * 50;

  @Test
  void twoKills() throws IOException, InterruptedException, ExecutionException {
    try (CrashSite site = new CrashSite(LedgerPlan.mixed("two-kills", 1).upTo(1 << 20))) {
      site.hub().start();
      kill(site, 2, 1, 60, 4);
    }
  }

  @Test
  @Tag("long")
  void manyKills() throws IOException, InterruptedException, ExecutionException {
    long seed = Long.getLong("faults.seed", 1);
    int rate = Integer.getInteger("faults.rate", 100);
    try (CrashSite site = new CrashSite(LedgerPlan.mixed("many-kills", seed))) {
      site.hub().start();
      site.load(5 * rate, rate, SESSIONS).await();
      site.hub().awaitEmptyQueue();
      Vitals before = Vitals.of(site.hub());
      kill(
          site,
          Integer.getInteger("faults.kills", 20),
          seed,
          rate,
          Integer.getInteger("faults.seconds", 10));
      Figures.add("  before: " + before);
      Figures.add("  after:  " + Vitals.awaitLike(before, site.hub()));
    }
  }

  /**
   * Kills a hub under load.
   *
   * @param rate mails a second
   * @param seconds between a start and the kill, on average
   */
  private static void kill(CrashSite site, int kills, long seed, int rate, int seconds)
      throws IOException, InterruptedException, ExecutionException {
    Random random = new Random(seed);
    LedgerRun load = site.load(CrashSite.WITHOUT_END, rate, SESSIONS);
    List<Recovery> recoveries = new ArrayList<>();
    for (int kill = 0; kill < kills; kill++) {
      load.awaitFurther(random.nextInt(rate, 2 * seconds * rate));
      site.kill();
      recoveries.add(Recovery.of(site));
    }
    load.awaitFurther(rate);
    load.stop();
    site.settle();
    Account account = site.ledger().account();
    Figures.add(account);
    for (Recovery recovery : recoveries) {
      Figures.add("  " + recovery.text(site));
      recovery.check(site);
    }
    assertThat(account.kills()).isEqualTo(kills);
    assertThat(account.unknown()).isLessThanOrEqualTo(kills * SESSIONS);
    assertThat(account.duplicated()).isLessThanOrEqualTo(kills * IN_FLIGHT_AT_A_KILL);
  }
}
