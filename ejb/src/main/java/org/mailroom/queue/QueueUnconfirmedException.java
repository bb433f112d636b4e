package org.mailroom.queue;

/**
 * The broker was given a mail and has not confirmed it in time. Whether it is in the queue is not
 * known, and it can't be called back.
 */
public class QueueUnconfirmedException extends QueueException {
  private static final long serialVersionUID = 1L;

  /** With what happened, for the log. */
  public QueueUnconfirmedException(String message) {
    super(message);
  }

  /** With what happened and why, for the log. */
  public QueueUnconfirmedException(String message, Throwable cause) {
    super(message, cause);
  }
}
