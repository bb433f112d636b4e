package org.mailroom.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.Program;

/**
 * What a server's process takes, at rest.
 *
 * @param threads of the operating system
 * @param files descriptors
 * @param heap octets that are reachable
 */
record Vitals(long threads, long files, long heap) {

  private static final Pattern USED =
      Pattern.compile("(?m)^ *(?:PSYoungGen|ParOldGen).* used (\\d+)K");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Of a hub, after a garbage collection. */
  static Vitals of(Hub hub) throws IOException {
    String pid = Long.toString(hub.process().orElseThrow().pid());
    jcmd(pid, "GC.run");
    Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
    long heap = 0;
    while (used.find()) {
      heap += 1024 * Long.parseLong(used.group(1));
    }
    if (heap == 0) {
      throw new AssertionError("The heap of process " + pid + " can't be read");
    }
    return new Vitals(count(pid, "task"), count(pid, "fd"), heap);
  }

  /** I8: five minutes after a restart the hub takes no more than before it, give or take 10 %. */
  static Vitals awaitLike(Vitals before, Hub hub) {
    Vitals[] last = new Vitals[1];
    await("I8: threads, files and heap as before: " + before)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(5))
        .untilAsserted(
            () -> {
              last[0] = of(hub);
              assertThat(last[0].threads).isLessThanOrEqualTo(tenthMore(before.threads));
              assertThat(last[0].files).isLessThanOrEqualTo(tenthMore(before.files));
              assertThat(last[0].heap).isLessThanOrEqualTo(tenthMore(before.heap));
            });
    return last[0];
  }

  @Override
  public String toString() {
    return "%d threads, %d files, %d MiB of heap".formatted(threads, files, heap >> 20);
  }

  private static long tenthMore(long value) {
    return value + value / 10;
  }

  private static long count(String pid, String what) throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("/proc", pid, what))) {
      return entries.count();
    }
  }

  private static String jcmd(String pid, String command) throws IOException {
    return Program.of(Path.of(System.getProperty("java.home"), "bin/jcmd"))
        .with(pid, command)
        .run()
        .success()
        .out();
  }
}
