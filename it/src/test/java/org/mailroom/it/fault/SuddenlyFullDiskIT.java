package org.mailroom.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.ledger.LedgerRun;

/**
 * A disk that is full at one go, in the middle of everything: the hub refuses mail, or its broker
 * breaks and it ends. Either way nothing that was answered with 250 is lost.
 */
@Tag("long")
class SuddenlyFullDiskIT {

  /** The broker's end is seen within 2 s, and the process has ended 6 s later. */
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void theHubRefusesOrEndsAndLosesNothing() throws Exception {
    try (Tmpfs disk = Tmpfs.mount("sudden", 400);
        FaultSite site = FaultSite.in(disk.folder(), "sudden", 150_000)) {
      site.hub().start();
      LedgerRun load = site.load(FaultSite.WITHOUT_END, 0, 20);
      load.awaitFurther(100);
      disk.fillUp();
      await("mail is refused, or the process ends").atMost(SOON).until(() -> isClosed(site));
      disk.free();
      load.endSoon();
      Optional<ProcessHandle> server = site.hub().process();
      if (server.isPresent() && !isOpenSoon(site)) {
        site.hub().awaitEnd(server.get());
      }
      if (site.hub().process().isEmpty()) {
        site.ledger().killed();
        site.hub().start();
      }
      load.stop();
      settle(site);
      assertThat(site.ledger().account().duplicated()).isLessThan(200);
    }
  }

  /** The disk goes with the test: what the hub says of a loss is kept beside it. */
  private static void settle(FaultSite site) throws IOException {
    try {
      site.settle();
    } catch (AssertionError | ConditionTimeoutException e) {
      Files.copy(
          site.hub().data().resolve("logs/server.log"),
          Path.of("target/sudden.log"),
          StandardCopyOption.REPLACE_EXISTING);
      throw e;
    }
  }

  private static boolean isClosed(FaultSite site) {
    try (RawSmtp smtp = RawSmtp.connect(site.hub().smtpPort()).ehlo()) {
      return !smtp.command("MAIL FROM:<ann@sender.test>").startsWith("250");
    } catch (IOException | AssertionError e) {
      return true;
    }
  }

  /** True when the hub goes on where it was; false when it ends. */
  private static boolean isOpenSoon(FaultSite site) {
    await("the hub is open again, or ends")
        .atMost(SOON)
        .until(() -> site.hub().process().isEmpty() || !isClosed(site));
    return site.hub().process().isPresent();
  }
}
