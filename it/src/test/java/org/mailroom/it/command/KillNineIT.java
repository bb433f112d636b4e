package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mailroom.it.ledger.Account;
import org.mailroom.it.ledger.Invariants;
import org.mailroom.it.ledger.Ledger;
import org.mailroom.it.ledger.LedgerLoad;
import org.mailroom.it.ledger.LedgerPlan;
import org.mailroom.it.ledger.LedgerSink;

/**
 * kill -9 under load, and a start on the same data: every mail that got its 250 arrives. How many
 * kills and mails: {@code -Dkills=} and {@code -Dmails=}.
 */
class KillNineIT {

  private static final int KILLS = Integer.getInteger("kills", 2);
  private static final int MAILS = Integer.getInteger("mails", 6000);
  private static final int SESSIONS = 50;
  private static final int NEXT_HOP = HubPorts.KILL_NINE + 5;

  @Test
  void everyMailThatGotA250Arrives() throws IOException, InterruptedException, ExecutionException {
    Ledger ledger = new Ledger(LedgerPlan.plain("kill-nine", 4096));
    Random random = new Random(9);
    try (LedgerSink sink = new LedgerSink(ledger, "127.0.0.1", NEXT_HOP);
        Hub hub = new Hub("kill-nine", HubPorts.KILL_NINE).relayingTo(NEXT_HOP).start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      sink.up();
      LedgerLoad load = new LedgerLoad(ledger, hub.smtpPort(), MAILS);
      Future<Void> running = threads.submit(() -> load.run(SESSIONS));
      for (int kill = 1; kill <= KILLS; kill++) {
        int step = MAILS / (KILLS + 1);
        int moment = step * (kill - 1) + step / 2 + random.nextInt(step / 2);
        load.awaitBegun(moment);
        hub.killNine();
        ledger.killed();
        hub.start();
      }
      running.get();
      hub.awaitEmptyQueue();
      System.out.println(Account.table(List.of(ledger.account())));
      new Invariants(ledger).check();
      assertThat(ledger.account().acknowledged()).isGreaterThanOrEqualTo(MAILS - KILLS * SESSIONS);
      assertThat(ledger.account().duplicated())
          .as("duplicates: at most what was in flight at a kill")
          .isLessThanOrEqualTo(KILLS * (SESSIONS + 64));
    }
  }
}
