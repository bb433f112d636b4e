package org.mailroom.guard;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.mailroom.listener.ProcessEnd;

/** Ends the process, and says why where somebody may still read it. */
final class LastWords {

  private static final Logger LOG = System.getLogger(LastWords.class.getName());

  private static final String MARK = "Mailroom: ";

  /** As sysexits(3) has it for input and output that failed; {@code bin/mailroom run} knows it. */
  private static final int IO_FAILED = 74;

  private LastWords() {}

  /** Says it to the log and to the standard error of the process, and ends the process. */
  static void say(String why, Duration patience) {
    if (isEnding()) {
      return;
    }
    // First, as the log may be on the disk that is full.
    ProcessEnd.begin(IO_FAILED, patience);
    writeToStandardError("\n" + MARK + why + "\n");
    LOG.log(Level.ERROR, why);
  }

  /** Not System.err, which the server leads into its log. */
  private static void writeToStandardError(String line) {
    FileOutputStream error = new FileOutputStream(FileDescriptor.err);
    try {
      error.write(line.getBytes(StandardCharsets.UTF_8));
      error.flush();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "Standard error can't be written", e);
    }
  }

  /** True when the process ends already: only then a hook can't be added. */
  private static boolean isEnding() {
    Thread hook = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
