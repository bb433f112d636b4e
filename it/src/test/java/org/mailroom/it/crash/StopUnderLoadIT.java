package org.mailroom.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.Hub;
import org.mailroom.it.ledger.Account;
import org.mailroom.it.ledger.Ledger;
import org.mailroom.it.ledger.LedgerPlan;
import org.mailroom.it.ledger.LedgerRun;
import org.mailroom.it.ledger.LogAccount;

/**
 * A stop and a redeployment under load (F31): idle sessions are told 421, whoever is in the middle
 * of a mail may finish it and gets its reply, and nothing comes twice.
 */
class StopUnderLoadIT {

  private static final int RATE = 40;
  private static final int SESSIONS = 20;

  @Test
  void nothingIsLostOrDoubledByAStopAndARedeployment()
      throws IOException, InterruptedException, ExecutionException {
    LedgerPlan plan = LedgerPlan.mixed("stop-under-load", 31).upTo(256 << 10);
    try (CrashSite site = new CrashSite(plan)) {
      Hub hub = site.hub().start();
      LedgerRun load = site.load(CrashSite.WITHOUT_END, RATE, SESSIONS);
      load.awaitFurther(3 * RATE);

      try (RawSmtp idle = RawSmtp.connect(hub.smtpPort()).ehlo()) {
        hub.stop().success();
        idle.expect("421");
      }
      hub.start();
      load.awaitFurther(3 * RATE);

      try (RawSmtp idle = RawSmtp.connect(hub.smtpPort()).ehlo()) {
        new Redeployment(hub).byMarker();
        idle.expect("421");
      }
      load.awaitFurther(3 * RATE);
      load.stop();
      site.settle();
      Account account = site.ledger().account();
      Figures.add(account);
      assertThat(account.duplicated()).as("came twice").isZero();
      assertThat(site.ledger().answered(Ledger.Answer.UNKNOWN)).as("got no reply").isEmpty();
      assertThat(site.ledger().answered(Ledger.Answer.UNFINISHED)).as("were cut off").isEmpty();
      assertThat(site.ledger().sent().values())
          .filteredOn(sent -> sent.answer() == Ledger.Answer.REFUSED)
          .allMatch(sent -> sent.reply().startsWith("4"), "is told to come again");
      assertThat(new LogAccount(hub.data().resolve("logs")).i10(site.ledger())).isEmpty();
    }
  }
}
