package org.mailroom.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a process of its own. */
@Timeout(60)
class ProcessEndTest {

  /** A process that ends itself; with an argument, its orderly exit never comes to its end. */
  static final class Dying {

    private Dying() {}

    public static void main(String[] arguments) throws InterruptedException {
      CountDownLatch never = new CountDownLatch(1);
      if (arguments.length > 0) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitForEver(never)));
      }
      ProcessEnd.begin(7, Duration.ofSeconds(arguments.length > 0 ? 1 : 50));
      never.await();
    }

    private static void awaitForEver(CountDownLatch never) {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void anOrderlyExitHasTheStatus() throws Exception {
    assertThat(statusOf()).isEqualTo(7);
  }

  @Test
  void anExitThatHangsIsCutShort() throws Exception {
    assertThat(statusOf("hang")).isEqualTo(7);
  }

  private static int statusOf(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Dying.class.getName());
    builder.command().addAll(java.util.List.of(arguments));
    Process process = builder.inheritIO().start();
    try {
      assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
