package org.mailroom.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailroom.it.command.Program;

/** The tools themselves, without a hub. */
class MachineIT {

  @Test
  void aProgramIsStartedWithLimits() throws IOException {
    Program shell = Program.ofDebian("sh", "dash").with("-c", "ulimit -n");
    assertThat(shell.under(Machine.limited("--nofile=123")).run().success().out().strip())
        .isEqualTo("123");
  }

  @Test
  void aProcessStandsStillAndGoesOn() throws IOException {
    Path nothing = Path.of("/dev/null");
    Process process =
        Program.ofDebian("cat", "coreutils").with("/dev/zero").start(nothing, nothing);
    try {
      Machine.freeze(process.toHandle());
      await().atMost(Duration.ofSeconds(10)).until(() -> state(process).equals("T"));
      Machine.thaw(process.toHandle());
      await().atMost(Duration.ofSeconds(10)).until(() -> !state(process).equals("T"));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String state(Process process) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).substring(0, 1);
  }
}
