package org.mailroom.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.ledger.LedgerRun;

/** A heap that fills: new clients are refused at first, and when nothing is left the hub ends. */
@Tag("long")
class HeapUsedUpIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void clientsAreRefusedThenTheHubEndsAndAfterARestartNothingIsLost() throws Exception {
    Path agent = HeapAgent.jar();
    try (FaultSite site = FaultSite.of("heap", 5_000)) {
      site.hub().withJavaOptions("-XX:+EnableDynamicAgentLoading");
      Path out = Path.of("target/heap-out.txt");
      Path error = Path.of("target/heap-err.txt");
      Process run = site.hub().command("run").start(out, error);
      try {
        await("the hub").atMost(Duration.ofMinutes(5)).until(() -> isReady(out));
        LedgerRun load = site.load(FaultSite.WITHOUT_END, 50, 10);
        load.awaitFurther(50);

        HeapAgent.attach(site.hub().process().orElseThrow(), agent, "80");
        await("new clients are refused").atMost(SOON).until(() -> greeting(site).startsWith("421"));
        assertThat(greeting(site)).startsWith("421 4.3.2 ");
        assertThat(site.warns("Memory is short")).isTrue();

        HeapAgent.attach(site.hub().process().orElseThrow(), agent, "0");
        await("clients are let in").atMost(SOON).until(() -> greeting(site).startsWith("220"));
        load.awaitFurther(50);

        HeapAgent.attach(site.hub().process().orElseThrow(), agent, "200");
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).as("the hub has ended").isTrue();
        assertThat(run.exitValue()).isEqualTo(1);
        assertThat(Files.readString(error)).contains("its memory was used up");
        site.ledger().killed();
        site.hub().start();
        load.stop();
        site.settle();
      } finally {
        run.destroyForcibly();
      }
    }
  }

  private static boolean isReady(Path out) throws IOException {
    return Files.exists(out) && Files.readString(out).contains("Mailroom is ready");
  }

  private static String greeting(FaultSite site) throws IOException {
    try (RawSmtp smtp = RawSmtp.connectSilently("127.0.0.1", site.hub().smtpPort())) {
      return smtp.reply();
    }
  }
}
