package org.mailroom.queue;

import java.util.Arrays;

/** Reads the broker's exceptions, by their names: its classes are not ours to use. */
final class BrokerFailure {

  private static final String DUPLICATE = "ActiveMQDuplicateIdException";
  private static final String INTERRUPTED = "ActiveMQInterruptedException";

  private BrokerFailure() {}

  /** True when the broker refused a transaction because of a duplicate-detection id. */
  static boolean isDuplicate(Throwable failure) {
    return causeNamed(DUPLICATE, failure) != null;
  }

  /**
   * True when the send was interrupted while it waited for credits, and nothing of the message had
   * been sent. Of a large message the broker may have all by then: credits are asked for behind
   * each chunk. What can't be told from the stack trace is not certain.
   */
  static boolean isCertainlyNotSent(Throwable failure) {
    Throwable interrupted = causeNamed(INTERRUPTED, failure);
    return interrupted != null
        && isIn(interrupted, "acquireCredits")
        && isIn(interrupted, "sendRegularMessage");
  }

  private static boolean isIn(Throwable failure, String method) {
    return Arrays.stream(failure.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals(method));
  }

  private static Throwable causeNamed(String name, Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !cause.getClass().getSimpleName().equals(name)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
