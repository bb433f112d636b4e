package org.mailroom.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.ledger.LedgerRun;

/**
 * A disk that fills slowly: strangers' mail is refused, then everybody's, at MAIL and before
 * anything breaks; what is queued goes on; and mail is taken again when there is room.
 */
class FillingDiskIT {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void mailIsRefusedBeforeAnythingBreaksAndTakenAgainWithoutARestart() throws Exception {
    try (Tmpfs disk = Tmpfs.mount("filling", 400);
        FaultSite site = FaultSite.in(disk.folder(), "filling", 20_000)) {
      site.hub().start();
      long pid = site.hub().process().orElseThrow().pid();
      LedgerRun load = site.load(FaultSite.WITHOUT_END, 20, 5);
      load.awaitFurther(20);

      disk.fillTo(0.86);
      await("strangers are refused").atMost(SOON).until(() -> refuses(site, FaultSite.STRANGER));
      assertThat(refuses(site, "127.0.0.1")).as("a trusted client is refused").isFalse();
      assertThat(site.warns("The disk is getting full")).isTrue();

      disk.fillTo(0.91);
      await("everybody is refused").atMost(SOON).until(() -> refuses(site, "127.0.0.1"));
      assertThat(site.warns("The disk is full")).isTrue();
      site.hub().awaitEmptyQueue();

      disk.free();
      await("mail is taken again")
          .atMost(SOON)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> !refuses(site, FaultSite.STRANGER));
      load.awaitFurther(20);
      load.stop();
      site.settle();
      assertThat(site.hub().process().orElseThrow().pid()).as("without a restart").isEqualTo(pid);
      assertThat(site.warns("The disk is")).isFalse();
    }
  }

  /** True when the hub answers MAIL with 452 4.3.1. */
  private static boolean refuses(FaultSite site, String client) throws IOException {
    try (RawSmtp smtp = RawSmtp.connectFrom(client, site.hub().smtpPort()).ehlo()) {
      String reply = smtp.command("MAIL FROM:<ann@sender.test>");
      assertThat(reply).matches("(?s)250.*|452 4\\.3\\.1.*");
      return reply.startsWith("452");
    }
  }
}
