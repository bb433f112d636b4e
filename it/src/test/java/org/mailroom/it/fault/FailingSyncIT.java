package org.mailroom.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.it.ledger.Ledger.Answer;
import org.mailroom.it.ledger.Ledger.Sent;
import org.mailroom.it.ledger.LedgerRun;

/**
 * A disk that fails to write what it was given: no mail is answered 250 from then on, the hub ends
 * and says so, and after a start on a disk that works nothing is lost.
 */
class FailingSyncIT {

  /** Two looks of the watch, and the time that an exit may take. */
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void noMailIsAnswered250AndTheHubEnds() throws Exception {
    Path trigger = Path.of("target/failing-disk").toAbsolutePath();
    Files.deleteIfExists(trigger);
    try (FaultSite site = FaultSite.of("failing-sync", 3_000)) {
      site.hub()
          .withVariable("LD_PRELOAD", FailingDisk.library().toString())
          .withVariable("FAILING_DISK", trigger.toString());
      site.hub().start();
      ProcessHandle server = site.hub().process().orElseThrow();
      LedgerRun load = site.load(FaultSite.WITHOUT_END, 100, 10);
      load.awaitFurther(200);
      Files.createFile(trigger);
      // A write that was under way may have been in time.
      long failing = System.nanoTime() + Duration.ofMillis(500).toNanos();
      await("the end of the hub").atMost(SOON).until(() -> !server.isAlive());
      site.ledger().killed();
      assertThat(Files.readString(site.hub().data().resolve("logs/console.log")))
          .contains("Mailroom: The broker has stopped by itself");
      Files.delete(trigger);
      assertThat(takenSince(site, failing)).as("answered 250 on a disk that fails").isEmpty();
      site.hub().start();
      load.stop();
      site.settle();
    } finally {
      Files.deleteIfExists(trigger);
    }
  }

  private static Stream<Sent> takenSince(FaultSite site, long nanos) {
    return site.ledger().sent().values().stream()
        .filter(sent -> sent.answer() == Answer.TAKEN && sent.nanos() > nanos);
  }
}
