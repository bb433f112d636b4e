package org.mailroom.it.crash;

import java.io.IOException;
import org.mailroom.it.command.Program;

/** What the operating system can do to a process. */
final class Machine {

  private Machine() {}

  /** Lets a process stand still, as a machine does that is suspended. */
  static void freeze(ProcessHandle process) throws IOException {
    signal("STOP", process);
  }

  /** Lets it go on. */
  static void thaw(ProcessHandle process) throws IOException {
    signal("CONT", process);
  }

  /** Starts what it is given with limits, such as {@code --nofile=300} or {@code --as=…}. */
  static Program limited(String... limits) {
    return Program.ofDebian("prlimit", "util-linux").with(limits);
  }

  private static void signal(String name, ProcessHandle process) throws IOException {
    Program.ofDebian("kill", "procps")
        .with("-" + name, Long.toString(process.pid()))
        .run()
        .success();
  }
}
