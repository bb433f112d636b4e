package org.mailroom.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.Program;
import org.mailroom.it.ledger.LedgerRun;

/** A hub without file descriptors: it waits, says so once, and goes on as soon as it has some. */
@Tag("long")
class DescriptorsUsedUpIT {

  private static final int SPARE = 40;
  private static final int CLIENTS = 120;
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void acceptingStopsForAWhileAndQueuedMailIsDeferredNotLost() throws Exception {
    try (FaultSite site = FaultSite.of("descriptors", 2_000)) {
      site.hub().start();
      LedgerRun load = site.load(200, 100, 5);
      load.awaitFurther(200);
      load.stop();
      ProcessHandle server = site.hub().process().orElseThrow();
      Path log = site.hub().data().resolve("logs/server.log");
      Program.ofDebian("prlimit", "util-linux")
          .with("--pid", "" + server.pid(), "--nofile=" + (descriptors(server) + SPARE) + ":")
          .run()
          .success();
      List<Socket> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(new Socket(InetAddress.getLoopbackAddress(), site.hub().smtpPort()));
      }
      await("the log says so").atMost(SOON).until(() -> lines(log, "smtp can't accept") == 1);
      Duration before = server.info().totalCpuDuration().orElseThrow();
      await("some tries more").pollDelay(Duration.ofSeconds(4)).atMost(SOON).until(() -> true);
      Duration used = server.info().totalCpuDuration().orElseThrow().minus(before);
      assertThat(used).as("processor time of 4 s").isLessThan(Duration.ofSeconds(4));
      assertThat(lines(log, "smtp can't accept")).as("said once").isEqualTo(1);
      for (Socket client : clients) {
        client.close();
      }
      await("clients are served again").atMost(SOON).until(() -> serves(site));
      assertThat(lines(log, "smtp accepts connections again")).isPositive();
      site.settle();
    }
  }

  private static boolean serves(FaultSite site) {
    try (RawSmtp smtp = RawSmtp.connect(site.hub().smtpPort()).ehlo()) {
      return smtp.command("NOOP").startsWith("250");
    } catch (IOException e) {
      return false;
    }
  }

  private static long descriptors(ProcessHandle process) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", "" + process.pid(), "fd"))) {
      return open.mapToLong(path -> Long.parseLong(path.getFileName().toString())).max().orElse(0);
    }
  }

  private static long lines(Path log, String text) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(text)).count();
    }
  }
}
