package org.mailroom.queue;

/**
 * The queue did not take, or could not read, a mail. Nothing of the publication is in the queue.
 */
public class QueueException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what happened, for the log. */
  public QueueException(String message) {
    super(message);
  }

  /** With what happened and why, for the log. */
  public QueueException(String message, Throwable cause) {
    super(message, cause);
  }
}
