package org.mailroom.status;

/**
 * Something that needs a person.
 *
 * @param kind what it is; the console says it in the reader's language
 * @param detail what it is about: a queue, a listener and its reason, a number
 */
public record Warning(Kind kind, String detail) {

  /** What there is to warn of. */
  public enum Kind {
    BROKER_UNAVAILABLE("The queue can't be read: "),
    LISTENER_CLOSED("A listener is not open: "),
    DISK_FULL("The disk with the queue is nearly full: "),
    DEAD_MAIL("Mails that the hub failed on again and again: ");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /** In English, on one line. */
  @Override
  public String toString() {
    return kind.text + detail;
  }
}
