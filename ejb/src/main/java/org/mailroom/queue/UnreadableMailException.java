package org.mailroom.queue;

import java.util.Optional;

/** A message in the queue is no mail, and will be none when it is read again. */
public class UnreadableMailException extends QueueException {
  private static final long serialVersionUID = 1L;

  private final transient QueuedMail cut;

  /** With what it lacks; its body was not read. */
  public UnreadableMailException(String message) {
    super(message);
    cut = null;
  }

  /** With what is wrong in it; its body was not read. */
  public UnreadableMailException(String message, Throwable cause) {
    super(message, cause);
    cut = null;
  }

  /** With what it lacks; {@code cut} is the mail with what is left of its content. */
  UnreadableMailException(String message, QueuedMail cut) {
    super(message);
    this.cut = cut;
  }

  /**
   * The mail, when nothing but a part of its content is missing. What is left of that can't be read
   * from the message again; whoever catches this closes it.
   */
  public Optional<QueuedMail> cut() {
    return Optional.ofNullable(cut);
  }
}
