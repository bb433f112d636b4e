package org.mailroom.it.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.flow.FlowSite.Manner;

/** One sender floods one slow destination: the mail of others is as fast as before (F48). */
@Tag("long")
class FloodOfOneSenderIT {

  private static final int FLOOD = Flow.mails(2_000);
  private static final int OTHERS = 300;
  private static final int QUIET_SITES = 10;
  private static final int OTHERS_RATE = 30;
  private static final int FLOOD_RATE = 200;

  /** Below this, two cores that do everything at once say more about themselves. */
  private static final Duration NOISE = Duration.ofMillis(400);

  private final Map<String, Long> sent = new ConcurrentHashMap<>();

  @Test
  void theOthersHardlyNotice() throws IOException, InterruptedException, ExecutionException {
    try (Flow flow = new Flow("flood");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      FlowSite slow = flow.site("slow.test").slow(Duration.ofSeconds(1)).be(Manner.TAKES);
      for (int i = 0; i < QUIET_SITES; i++) {
        flow.site("quiet" + i + ".test").be(Manner.TAKES);
      }
      flow.hub.start();
      others(flow, "warm");
      others(flow, "warmer");
      Duration alone = others(flow, "alone");

      Future<Void> flood =
          threads.submit(
              () -> {
                flow.load("eve@corp.test", number -> "m" + number + "@slow.test")
                    .rate(FLOOD_RATE)
                    .send(FLOOD);
                return null;
              });
      Flow.await("the flood", Duration.ofMinutes(1), () -> slow.mails() > 0);
      Duration beside = others(flow, "beside");
      flood.get();
      int waiting = flow.hub.count("ready");
      System.out.printf(
          "p99 of the others: %d ms alone, %d ms beside the flood, of which %d are ready%n",
          alone.toMillis(), beside.toMillis(), waiting);

      assertThat(beside)
          .isLessThanOrEqualTo(
              alone.multipliedBy(2).compareTo(NOISE) > 0 ? alone.multipliedBy(2) : NOISE);
      assertThat(waiting).as("ready").isLessThan(600);
    }
  }

  private Duration others(Flow flow, String run)
      throws IOException, InterruptedException, ExecutionException {
    flow.load("bob@corp.test", number -> recipient(run, number))
        .rate(OTHERS_RATE)
        .octets(1000)
        .sessions(4)
        .noting(number -> sent.put(recipient(run, number), System.nanoTime()))
        .send(OTHERS);
    Flow.await(
        "the others' mail",
        Duration.ofMinutes(2),
        () -> sent.keySet().stream().allMatch(flow.arrivals::containsKey));
    long[] times =
        sent.keySet().stream()
            .filter(recipient -> recipient.startsWith(run + "-"))
            .mapToLong(recipient -> flow.arrivals.get(recipient) - sent.get(recipient))
            .sorted()
            .toArray();
    return Duration.ofNanos(times[times.length * 99 / 100]);
  }

  private static String recipient(String run, int number) {
    return run + "-" + number + "@quiet" + number % QUIET_SITES + ".test";
  }
}
