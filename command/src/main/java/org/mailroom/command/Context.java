package org.mailroom.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command works with.
 *
 * @param installation the folder of Mailroom
 * @param workingDirectory the operator's, absolute
 * @param environment of this process
 * @param out standard output
 */
record Context(
    Installation installation,
    Path workingDirectory,
    Map<String, String> environment,
    PrintStream out) {

  static Context of(Installation installation, Map<String, String> environment, PrintStream out) {
    return new Context(installation, Path.of("").toAbsolutePath(), environment, out);
  }

  Configuration configuration() {
    return Configuration.load(installation, workingDirectory, environment);
  }
}
