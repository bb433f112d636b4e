package org.mailroom.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mailroom.settings.SettingsText;

/** Settings in a file: the lines of {@link SettingsText}. */
final class EnvironmentFile {

  private EnvironmentFile() {}

  /**
   * Reads the file, if there is one.
   *
   * @param problem is told of each line that means nothing
   */
  static Map<String, String> read(Path file, Consumer<String> problem) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return parse(Files.readAllLines(file), file.toString(), problem);
    } catch (IOException e) {
      problem.accept(file + " can't be read: " + e.getMessage());
      return Map.of();
    }
  }

  static Map<String, String> parse(List<String> lines, String file, Consumer<String> problem) {
    return SettingsText.parse(lines, file + " ", problem);
  }
}
