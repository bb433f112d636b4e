package org.mailroom.it.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.flow.FlowSite.Manner;

/**
 * Half of the destinations are dead, in three ways, and much mail waits for them: the other half is
 * nearly as fast as alone (F35, P5). {@code bench/run p5} runs it at full size.
 */
@Tag("long")
class HalfOfTheDestinationsDeadIT {

  private static final int DEAD_MAILS = Flow.mails(3_000);
  private static final int HALF = Integer.getInteger("flow.sites", 40) / 2;
  private static final int MAILS = Integer.getInteger("flow.healthy", 1_000);
  private static final int ROUNDS = Integer.getInteger("flow.rounds", 3);
  private static final int PERCENT = Integer.getInteger("flow.percent", 50);
  private static final String RETRY = System.getProperty("flow.retry", "30s");
  private static final String HEAP = System.getProperty("flow.heap", "512m");
  private static final Duration BACK_OFF =
      Duration.ofSeconds(Integer.getInteger("flow.backoff", 30));
  private static final int UNTIL_DOWN = 10;
  private static final List<Manner> WAYS = List.of(Manner.CLOSED, Manner.BUSY, Manner.BLACK_HOLE);

  private final AtomicInteger run = new AtomicInteger();

  @Test
  void theOtherHalfIsNearlyAsFastAsAlone()
      throws IOException, InterruptedException, ExecutionException {
    try (Flow flow = new Flow("half-dead")) {
      List<FlowSite> dead = new ArrayList<>();
      for (int i = 0; i < HALF; i++) {
        flow.site("live" + i + ".test").be(Manner.TAKES);
        dead.add(flow.site("dead" + i + ".test").be(WAYS.get(i % WAYS.size())));
      }
      flow.hub.with("RETRY", RETRY).with("HEAP", HEAP).start();
      warmUp(flow);
      List<Double> alone = new ArrayList<>(rates(flow));
      long heapBefore = flow.heapInUse();

      long start = System.nanoTime();
      flow.load("ann@corp.test", number -> "m" + number + "@dead" + number % HALF + ".test")
          .octets(4000)
          .send(DEAD_MAILS);
      Flow.await("nothing that is ready", Duration.ofMinutes(20), () -> flow.ready() < 100);
      long heapWaiting = flow.heapInUse();
      List<Double> beside = rates(flow);
      long heapAfter = flow.heapInUse();
      int waiting = flow.hub.count("deferred") + flow.hub.count("ready");
      int connections =
          dead.stream().mapToInt(site -> site.connections().size()).max().orElseThrow();
      long backOffs = (System.nanoTime() - start) / BACK_OFF.toNanos() + 1;

      // A machine with neighbours is not as fast now as it was before.
      flow.hub.run("queue", "delete", "all", "--reason", "the end").success();
      alone.addAll(rates(flow));
      double percent = 100 * median(beside) / median(alone);
      System.out.printf(
          "P5: %d of %d destinations dead, %d mails wait for them: %.0f/s alone, %.0f/s beside,"
              + " %.0f %%; at most %d connections to a dead one in %d back-offs;"
              + " heap in use %d MiB before, %d with the waiting mail, %d at the end%n",
          HALF,
          2 * HALF,
          DEAD_MAILS,
          median(alone),
          median(beside),
          percent,
          connections,
          backOffs,
          heapBefore >> 20,
          heapWaiting >> 20,
          heapAfter >> 20);

      assertThat(percent).isGreaterThanOrEqualTo(PERCENT);
      assertThat(connections).isLessThanOrEqualTo(UNTIL_DOWN + (int) backOffs);
      assertThat(heapAfter - heapWaiting).as("growth of the heap").isLessThan(64 << 20);
      assertThat(waiting).isEqualTo(DEAD_MAILS);
    }
  }

  private void warmUp(Flow flow) throws InterruptedException, ExecutionException {
    double last = 0;
    for (int i = 0; i < 6; i++) {
      double now = rate(flow);
      System.out.printf("  warm-up: %.0f/s%n", now);
      if (Math.abs(now - last) < now / 10) {
        return;
      }
      last = now;
    }
  }

  private List<Double> rates(Flow flow) throws InterruptedException, ExecutionException {
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rates.add(rate(flow));
      System.out.printf("  round: %.0f/s%n", rates.get(i));
    }
    return rates;
  }

  private static double median(List<Double> rates) {
    return rates.stream().sorted().skip((rates.size() - 1) / 2).findFirst().orElseThrow();
  }

  /** Mails a second, from the first until the last has arrived. */
  private double rate(Flow flow) throws InterruptedException, ExecutionException {
    String name = "r" + run.getAndIncrement() + "-";
    flow.arrivals.clear();
    long start = System.nanoTime();
    flow.load("bob@corp.test", number -> name + number + "@live" + number % HALF + ".test")
        .octets(4000)
        .send(MAILS);
    Flow.await("all mails", Duration.ofMinutes(10), () -> flow.arrivals.size() == MAILS);
    long last = flow.arrivals.values().stream().mapToLong(time -> time).max().orElseThrow();
    return MAILS / ((last - start) / 1e9);
  }
}
