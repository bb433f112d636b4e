package org.mailroom.it.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mailroom.it.flow.FlowSite.Manner;

/** Very many mails to a domain that refuses them all: a DSN for each, and others flow (F49). */
class DomainThatRefusesIT {

  private static final int MAILS = Flow.mails(2_000);
  private static final int OTHERS = 200;

  @Test
  void everySenderIsToldAndTheOthersFlow()
      throws IOException, InterruptedException, ExecutionException {
    try (Flow flow = new Flow("domain-that-refuses");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      flow.site("refuses.test").be(Manner.REFUSES);
      FlowSite home = flow.site("corp.test").be(Manner.TAKES);
      FlowSite fine = flow.site("fine.test").be(Manner.TAKES);
      flow.hub.start();
      Future<Void> refused =
          threads.submit(
              () -> {
                flow.load("ann@corp.test", number -> "m" + number + "@refuses.test").send(MAILS);
                return null;
              });
      flow.load("bob@corp.test", number -> "other" + number + "@fine.test")
          .rate(20)
          .sessions(2)
          .send(OTHERS);
      Flow.await("the others' mail", Duration.ofSeconds(20), () -> fine.mails() == OTHERS);
      refused.get();
      Flow.await("a DSN for each", Duration.ofMinutes(20), () -> home.mails() >= MAILS);
      flow.hub.awaitEmptyQueue();

      assertThat(home.mails()).as("DSNs").isEqualTo(MAILS);
      assertThat(flow.hub.count("dead")).isZero();
    }
  }
}
