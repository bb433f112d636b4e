package org.mailroom.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.Hub;
import org.mailroom.it.ledger.Account;
import org.mailroom.it.ledger.Ledger;
import org.mailroom.it.ledger.LedgerPlan;
import org.mailroom.it.ledger.LedgerRun;
import org.mailroom.it.ledger.LogAccount;

/**
 * The application is replaced in a running server while its queue is long (F31): under load, and
 * while it is still reading that queue. Each start reads the queue again, and nothing is lost or
 * comes twice.
 */
@Tag("long")
class RedeploymentIT {

  private static final int QUEUED = 2000;
  private static final int RATE = 40;
  private static final int SESSIONS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void aLongQueueIsThereAgainAfterARedeploymentUnderLoad()
      throws IOException, InterruptedException, ExecutionException {
    try (CrashSite site = new CrashSite(plan("redeployed"))) {
      Hub hub = site.hub().start();
      int held = fill(site);
      LedgerRun load = site.load(CrashSite.WITHOUT_END, RATE, SESSIONS);
      load.awaitFurther(3 * RATE);
      Redeployment redeployment = new Redeployment(hub);
      long process = hub.process().orElseThrow().pid();

      redeployment.byMarker();
      load.awaitFurther(3 * RATE);
      redeployment.byManagement();
      load.awaitFurther(3 * RATE);
      load.stop();

      assertThat(hub.process().orElseThrow().pid()).as("the same server").isEqualTo(process);
      List<Integer> scans = redeployment.scans();
      assertThat(scans).as("a scan for each start").hasSize(3);
      assertThat(scans.subList(1, 3)).allMatch(found -> found >= held);
      assertThat(hub.count("held")).isEqualTo(held);
      assertThat(redeployment.startsWithPoolsFound()).as("after each undeployment").isEqualTo(3);
      settle(site);
    }
  }

  /** The second one is wanted while the first reads the queue, and is made when that has opened. */
  @Test
  void aRedeploymentThatIsWantedWhileTheQueueIsReadLosesNothing()
      throws IOException, InterruptedException, ExecutionException {
    try (CrashSite site = new CrashSite(plan("redeployed-twice"))) {
      KillPoints points = KillPoints.of(site.hub());
      Hub hub = site.hub().start();
      int held = fill(site);
      LedgerRun load = site.load(CrashSite.WITHOUT_END, RATE, SESSIONS);
      load.awaitFurther(RATE);
      Redeployment redeployment = new Redeployment(hub);
      int scans = redeployment.scans().size();

      points.slowScan();
      CompletableFuture<Void> first = redeployment.byManagementSoon();
      points.awaitScan();
      assertThat(isOpen(hub)).as("a port is open before the queue is read").isFalse();
      CompletableFuture<Void> second = redeployment.byManagementSoon();
      assertThat(redeployment.scans()).as("the queue is still being read").hasSize(scans);
      await("the first").atMost(PATIENCE).until(first::isDone);
      points.disarm();
      assertThat(second).as("the second one, when the first is over").isNotDone();
      first.get();
      await("the second").atMost(PATIENCE).until(second::isDone);
      second.get();
      redeployment.awaitReady();
      load.awaitFurther(RATE);
      load.stop();

      List<Integer> found = redeployment.scans();
      assertThat(found).as("read by each of them").hasSize(scans + 2);
      assertThat(found.subList(scans, scans + 2)).allMatch(count -> count >= held);
      assertThat(hub.count("held")).isEqualTo(held);
      settle(site);
    }
  }

  private static LedgerPlan plan(String run) {
    return new LedgerPlan(run, 31, 1 << 10, 16 << 10, 3, 10, 3, 2);
  }

  /** Some thousand mails that stay until they are released. */
  private static int fill(CrashSite site)
      throws IOException, InterruptedException, ExecutionException {
    Hub hub = site.hub();
    hub.run("pause", "relay", "--reason", "a test").success();
    site.load(QUEUED, 0, SESSIONS).await();
    await("waiting mail").atMost(PATIENCE).until(() -> hub.count("deferred") >= QUEUED);
    hub.run("queue", "hold", "all", "--reason", "a test").success();
    hub.run("resume", "relay").success();
    int held = hub.count("held");
    assertThat(held).isGreaterThanOrEqualTo(QUEUED);
    return held;
  }

  private static void settle(CrashSite site) throws IOException {
    site.hub().run("queue", "release", "state:held").success();
    site.settle();
    Account account = site.ledger().account();
    Figures.add(account);
    assertThat(account.lost()).isZero();
    assertThat(account.duplicated()).as("came twice").isZero();
    assertThat(site.ledger().answered(Ledger.Answer.UNKNOWN)).as("got no reply").isEmpty();
    assertThat(site.ledger().answered(Ledger.Answer.UNFINISHED)).as("were cut off").isEmpty();
    assertThat(new LogAccount(site.hub().data().resolve("logs")).i10(site.ledger())).isEmpty();
  }

  private static boolean isOpen(Hub hub) {
    try (RawSmtp smtp = RawSmtp.connect(hub.smtpPort())) {
      return smtp != null;
    } catch (IOException e) {
      return false;
    }
  }
}
