package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mailroom.it.ledger.Ledger;
import org.mailroom.it.ledger.LedgerLoad;
import org.mailroom.it.peer.ScriptedNextHop;

/**
 * kill -9 under load, and a start on the same data: every mail that got its 250 arrives. How many
 * kills and mails: {@code -Dkills=} and {@code -Dmails=}.
 */
class KillNineIT {

  private static final int KILLS = Integer.getInteger("kills", 2);
  private static final int MAILS = Integer.getInteger("mails", 6000);
  private static final int SESSIONS = 50;
  private static final int NEXT_HOP = HubPorts.KILL_NINE + 5;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Test
  void everyMailThatGotA250Arrives() throws IOException, InterruptedException, ExecutionException {
    Ledger ledger = new Ledger("kill-nine", 4096);
    Random random = new Random(9);
    try (ScriptedNextHop nextHop = ScriptedNextHop.listen("127.0.0.1", NEXT_HOP);
        Hub hub = new Hub("kill-nine", HubPorts.KILL_NINE).relayingTo(NEXT_HOP).start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      LedgerLoad load = new LedgerLoad(ledger, hub.smtpPort(), MAILS);
      Future<Void> running = threads.submit(() -> load.run(SESSIONS));
      for (int kill = 1; kill <= KILLS; kill++) {
        int step = MAILS / (KILLS + 1);
        int moment = step * (kill - 1) + step / 2 + random.nextInt(step / 2);
        await("mail " + moment).atMost(PATIENCE).until(() -> load.begun() >= moment);
        hub.killNine();
        hub.start();
      }
      running.get();
      hub.awaitEmptyQueue();
      nextHop.mails().forEach(ledger::arrived);
      System.out.println(KILLS + " kills, " + ledger);
      assertThat(ledger.missing()).as("answered 250 and lost").isEmpty();
      assertThat(ledger.damaged()).as("changed on the way").isEmpty();
      assertThat(ledger.arrivedThoughRefused()).as("refused and sent all the same").isEmpty();
      assertThat(ledger.taken()).hasSizeGreaterThan(MAILS - KILLS * SESSIONS - 1);
      assertThat(ledger.duplicates().size())
          .as("duplicates: at most what was in flight at a kill")
          .isLessThanOrEqualTo(KILLS * (SESSIONS + 64));
    }
  }
}
