package org.mailroom.command;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Other programs, run to their end with nothing on their standard input. */
final class Processes {

  private static final File NOTHING = new File("/dev/null");

  private Processes() {}

  /**
   * How a program ended.
   *
   * @param exitCode 0 for success
   * @param output standard output and error together
   */
  record Outcome(int exitCode, String output) {}

  /**
   * Runs a program.
   *
   * @param environment what it has in its environment beside what this process has
   * @throws FailureException when there is no such program
   */
  static Outcome run(List<String> words, Map<String, String> environment) throws FailureException {
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectInput(NOTHING).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      try (InputStream output = process.getInputStream()) {
        String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
      }
    } catch (IOException e) {
      throw new FailureException("The program " + words.get(0) + " is needed and can't be run");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(words.get(0) + " was interrupted");
    }
  }
}
