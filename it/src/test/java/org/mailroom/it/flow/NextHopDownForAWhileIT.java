package org.mailroom.it.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.flow.FlowSite.Manner;

/**
 * A next hop is down for a while: it is left alone but for one probe per back-off, and takes all
 * mail when it is back (F34).
 */
@Tag("long")
class NextHopDownForAWhileIT {

  private static final int MAILS = Flow.mails(1_000);
  private static final int BACK_OFFS = Integer.getInteger("flow.backoffs", 3);
  private static final Duration BACK_OFF = Duration.ofSeconds(3);
  private static final int UNTIL_DOWN = 10;

  @Test
  void nothingIsLostAndHardlyAnybodyKnocks()
      throws IOException, InterruptedException, ExecutionException {
    try (Flow flow = new Flow("down-for-a-while")) {
      FlowSite site = flow.site("down.test").be(Manner.BUSY);
      flow.hub.with("RETRY", BACK_OFF.toSeconds() + "s").start();
      flow.load("ann@corp.test", number -> "m" + number + "@down.test").send(MAILS);
      Flow.await("a first attempt for all", Duration.ofMinutes(2), () -> flow.ready() == 0);
      long start = System.nanoTime();
      int before = site.connections().size();
      Flow.await(
          "some back-offs",
          BACK_OFF.multipliedBy(BACK_OFFS + 5),
          () -> site.connections().size() >= before + BACK_OFFS);
      long backOffs = (System.nanoTime() - start) / BACK_OFF.toNanos();
      assertThat(before).as("connections until it was found down").isLessThanOrEqualTo(UNTIL_DOWN);
      assertThat(site.connections().size() - before)
          .as("probes in %d back-offs", backOffs)
          .isLessThanOrEqualTo((int) backOffs + 1);
      assertThat(flow.destination("mx.down.test").getString("state")).isIn("down", "probing");

      site.be(Manner.TAKES);
      flow.hub.awaitEmptyQueue();
      assertThat(flow.arrivals).hasSize(MAILS);
      assertThat(site.mails()).as("none twice").isEqualTo(MAILS);
      assertThat(flow.hub.count("dead")).isZero();
    }
  }
}
