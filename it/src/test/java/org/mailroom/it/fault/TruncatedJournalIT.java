package org.mailroom.it.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.ledger.LedgerRun;

/** A file of the journal that lost its end: the rest is delivered, and an alarm says so. */
class TruncatedJournalIT {

  private static final int MAILS = 1_500;
  private static final int FEW = 50;
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  @Tag("long")
  void theRestIsDeliveredAndAnAlarmSaysWhatHappened() throws Exception {
    try (FaultSite site = FaultSite.of("truncated", 10_000)) {
      site.hub().with("RETRY", "30s").start();
      site.sink().down();
      LedgerRun load = site.load(MAILS, 0, 20);
      load.await();
      site.hub().killNine();
      Path shortened = oldestJournalFile(site);
      try (FileChannel file = FileChannel.open(shortened, StandardOpenOption.WRITE)) {
        file.truncate(file.size() / 2);
      }
      site.sink().up();
      site.hub().start();
      await("the alarm").atMost(SOON).until(() -> site.warns("The journal is damaged"));
      assertThat(Files.readString(site.hub().data().resolve("logs/server.log"), UTF_8))
          .contains("The journal is damaged: " + shortened.getFileName());
      // A mail that was gone may be back without its content: it ends in the dead queue, in hours.
      await("the rest").atMost(PATIENCE).until(() -> queued(site) <= FEW);
      long arrived =
          site.ledger().heardOf().stream()
              .filter(r -> !site.ledger().arrivals(r).isEmpty())
              .count();
      System.out.println("Of " + MAILS + " mails " + arrived + " arrived");
      assertThat(arrived).isBetween((long) MAILS / 4, (long) MAILS);
      assertThat(site.ledger().violations()).as("truncated or mixed content").isEmpty();
    }
  }

  private static int queued(FaultSite site) throws IOException {
    return site.hub().count("ready") + site.hub().count("deferred");
  }

  private static Path oldestJournalFile(FaultSite site) throws IOException {
    try (Stream<Path> files = Files.list(site.hub().data().resolve("queue/journal"))) {
      return files
          .filter(file -> file.toString().endsWith(".amq"))
          .min(Path::compareTo)
          .orElseThrow();
    }
  }
}
