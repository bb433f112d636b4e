package org.mailroom.broker;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Hears the broker say that the disk refused a write. It says so in the thread that wrote, goes on
 * with the message as if all were well, confirms it, and stops meanwhile: only its log is certain
 * to come before the confirmation.
 */
final class WriteFailures {

  private static final String OF_SOMETHING = "AMQ144010";
  private static final String OF_A_FILE = "AMQ144011";

  /** Held, as the handlers of a logger that nobody holds may go. */
  private final Logger log = Logger.getLogger("org.apache.activemq.artemis.journal");

  private final Ear ear = new Ear();
  private volatile boolean any;

  void listen() {
    log.addHandler(ear);
  }

  void leave() {
    log.removeHandler(ear);
  }

  /** True for ever once there was one: the process has to end. */
  boolean isAny() {
    return any;
  }

  /** False when the log leaves them out. */
  boolean areSaid() {
    return log.isLoggable(Level.WARNING);
  }

  private final class Ear extends Handler {

    @Override
    public void publish(LogRecord said) {
      String text = said.getMessage();
      if (text != null && (text.startsWith(OF_SOMETHING) || text.startsWith(OF_A_FILE))) {
        any = true;
      }
    }

    @Override
    public void flush() {
      // Nothing is kept.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
