package org.mailroom.queue;

/** A message in the queue is no mail, and will be none when it is read again. */
public class UnreadableMailException extends QueueException {
  private static final long serialVersionUID = 1L;

  /** With what it lacks. */
  public UnreadableMailException(String message) {
    super(message);
  }

  /** With what is wrong in it. */
  public UnreadableMailException(String message, Throwable cause) {
    super(message, cause);
  }
}
