package org.mailroom.broker;

import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Hears the broker say that the disk refused a write. It says so in the thread that wrote, goes on
 * with the message as if all were well, confirms it, and stops meanwhile: only its log is certain
 * to come before the confirmation.
 */
final class WriteFailures extends Handler {

  /** Where the broker says it. */
  static final String LOG = "org.apache.activemq.artemis.journal";

  private static final String OF_SOMETHING = "AMQ144010";
  private static final String OF_A_FILE = "AMQ144011";

  private volatile boolean any;

  /** True for ever once there was one: the process has to end. */
  boolean isAny() {
    return any;
  }

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
