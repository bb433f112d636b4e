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

/** A hub killed while an operation changes its queue: each mail is there once, changed or not. */
class KilledJobIT {

  private static final int MAILS = 300;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void eachMailIsHeldOrWaitsAndNoneIsLostOrDoubled()
      throws IOException, InterruptedException, ExecutionException {
    killAt("after-the-publication");
  }

  @Test
  @Tag("long")
  void neitherIsAnyBeforeTheFirstIsPublished()
      throws IOException, InterruptedException, ExecutionException {
    killAt("before-the-commit");
  }

  private static void killAt(String point)
      throws IOException, InterruptedException, ExecutionException {
    try (CrashSite site = new CrashSite(LedgerPlan.plain("killed-job", 4096))) {
      KillPoints points = KillPoints.of(site.hub());
      Hub hub = site.hub().with("RETRY", "1h").start();
      site.sink().down();
      site.load(MAILS, 0, 10).await();
      await("waiting mail").atMost(PATIENCE).until(() -> hub.count("deferred") == MAILS);

      points.arm(point);
      ProcessHandle server = hub.process().orElseThrow();
      assertThat(hub.run("queue", "hold", "all", "--reason", "a test").exitCode()).isNotZero();
      hub.awaitEnd(server);
      site.ledger().killed();
      points.disarm();
      hub.start();

      await("all of the mail").atMost(PATIENCE).until(() -> hub.queued() == MAILS);
      site.sink().up();
      hub.run("queue", "release", "state:held").success();
      hub.run("queue", "retry", "state:deferred").success();
      site.settle();
      Account account = site.ledger().account();
      Figures.add(account);
      assertThat(account.delivered()).isEqualTo(MAILS);
      assertThat(account.duplicated()).isZero();
    }
  }
}
