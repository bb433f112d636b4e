package org.mailroom.it.deployed;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The hub's mail log. */
final class MailLog {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path FILE = DeployedHub.DATA.resolve("logs/mail.log");

  private MailLog() {}

  /** The lines that contain all of these words. */
  static List<String> lines(String... words) throws IOException {
    try {
      return Files.readAllLines(FILE).stream()
          .filter(line -> List.of(words).stream().allMatch(line::contains))
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** Waits for a line that contains all of these words, and returns the first. */
  static String awaitLine(String... words) {
    return await("a line with " + List.of(words))
        .atMost(PATIENCE)
        .until(() -> lines(words), found -> !found.isEmpty())
        .get(0);
  }
}
