package org.mailroom.it.crash;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.mailroom.it.command.Hub;

/**
 * The points of {@code kill-points.btm}, where Byteman's agent inside the hub's JVM ends it, that
 * of {@code poison.btm}, where it makes the hub's code fail, and that of {@code slow-scan.btm},
 * where it makes it wait. None does anything before it is armed.
 */
final class KillPoints {

  private static final Path RULES = Path.of("src/test/resources/crash/kill-points.btm");
  private static final Path SLOW_SCAN = Path.of("src/test/resources/crash/slow-scan.btm");
  private static final Path POISON = Path.of("src/test/resources/crash/poison.btm");

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path armed;

  private KillPoints(Path armed) {
    this.armed = armed;
  }

  /** Lets a hub that is not started yet have these points, whenever it is started. */
  static KillPoints of(Hub hub) throws IOException {
    Path armed = hub.data().resolveSibling(hub.data().getFileName() + "-armed");
    Files.createDirectories(armed);
    KillPoints points = new KillPoints(armed);
    points.disarm();
    hub.withJavaOptions(
        "-javaagent:%s=script:%s,script:%s,script:%s -Dmailroom.crash=%s"
            .formatted(
                agent(),
                RULES.toAbsolutePath(),
                POISON.toAbsolutePath(),
                SLOW_SCAN.toAbsolutePath(),
                armed));
    return points;
  }

  /** From now on the hub dies when it comes to this point. */
  void arm(String point) throws IOException {
    if (!Files.readString(RULES).contains("RULE " + point + "\n")) {
      throw new IllegalArgumentException("No rule is named " + point);
    }
    Files.createFile(armed.resolve(point));
  }

  /** From now on every attempt for the mail of this sender fails by a fault of the hub's own. */
  void poison(String reversePath) throws IOException {
    Files.createFile(armed.resolve("poison-" + reversePath));
  }

  /** From now on the hub takes its time to read its queue. */
  void slowScan() throws IOException {
    Files.createFile(armed.resolve("slow-scan"));
  }

  /** Waits until a hub with a slow scan is at it. */
  void awaitScan() {
    await("a scan").atMost(PATIENCE).until(() -> Files.exists(armed.resolve("scanning")));
  }

  /** No point is armed from now on. */
  void disarm() throws IOException {
    try (var files = Files.list(armed)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static Path agent() {
    try {
      return Path.of(
          org.jboss.byteman.agent.Main.class
              .getProtectionDomain()
              .getCodeSource()
              .getLocation()
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Byteman's jar has no path", e);
    }
  }
}
