package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.RawSmtp;

/** {@code bin/mailroom run}: says when it is ready, and stops when it is told to. */
class ForegroundIT {

  private static final Duration START = Duration.ofMinutes(5);

  @Test
  void printsTheReadyLineAndStopsOnASignal() throws IOException, InterruptedException {
    try (Hub hub = new Hub("foreground", HubPorts.FOREGROUND)) {
      Path out = Path.of("target/foreground-out.txt");
      Path error = Path.of("target/foreground-err.txt");
      Process process = hub.command("run").start(out, error);
      try {
        String ready =
            await("the ready line")
                .atMost(START)
                .until(() -> readyLine(out, error, process), Optional::isPresent)
                .orElseThrow();
        assertThat(ready).contains("127.0.0.1:" + HubPorts.FOREGROUND);
        RawSmtp.connect(HubPorts.FOREGROUND).ehlo().close();
        process.destroy();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(hub.process()).isEmpty();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static Optional<String> readyLine(Path out, Path error, Process process)
      throws IOException {
    Optional<String> line =
        Files.readAllLines(out).stream().filter(l -> l.startsWith("Mailroom is ready")).findFirst();
    if (line.isEmpty() && !process.isAlive()) {
      throw new AssertionError("The hub ended: " + Files.readString(error));
    }
    return line;
  }
}
