package org.mailroom.it.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.mailroom.it.flow.FlowSite.Manner;
import org.mailroom.it.flow.FlowSite.Opened;

/**
 * A next hop that thousands wait for comes back: its connections grow with its success, one by one,
 * and it gets everything before its time (F36). {@code -Dflow.retry=} is the only retry step.
 */
class NextHopComesBackIT {

  private static final int MAILS = Flow.mails(2_000);
  private static final String RETRY = System.getProperty("flow.retry", "12s");
  private static final int MOST = 20;

  /** So many may wait. */
  private static final String HEAP = MAILS > 10_000 ? "1g" : "512m";

  @Test
  void itIsNotOverrun() throws IOException, InterruptedException, ExecutionException {
    try (Flow flow = new Flow("comes-back")) {
      FlowSite site = flow.site("back.test").be(Manner.BUSY);
      flow.hub.with("RETRY", RETRY).with("HEAP", HEAP).start();
      flow.load("ann@corp.test", number -> "m" + number + "@back.test").send(MAILS);
      Flow.await("a first attempt for all", Duration.ofMinutes(5), () -> flow.ready() == 0);
      int before = site.connections().size();

      site.slow(Duration.ofMillis(20)).be(Manner.TAKES);
      Flow.await("the probe", Duration.ofMinutes(10), () -> site.mails() > 0);
      long start = System.nanoTime();
      Flow.await("all mails", Duration.ofMinutes(20), () -> flow.arrivals.size() == MAILS);
      System.out.printf(
          "%d mails in %d ms after the first, over %d connections, at most %d at once%n",
          MAILS,
          (System.nanoTime() - start) / 1_000_000,
          site.connections().size() - before,
          site.connections().stream().skip(before).mapToInt(Opened::open).max().orElse(0));

      assertThat(site.connections().subList(before, site.connections().size()))
          .as("one more for each success")
          .allMatch(opened -> opened.open() <= Math.min(MOST, opened.mails() + 2));
      flow.hub.awaitEmptyQueue();
      assertThat(site.mails()).as("none twice").isEqualTo(MAILS);
    }
  }
}
