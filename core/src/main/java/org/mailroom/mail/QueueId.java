package org.mailroom.mail;

import java.util.Objects;

/**
 * Names one reception: what the {@code 250} said, what the {@code Received} field and every log
 * line of the mail carry. Unique over hubs and restarts, and in the order of reception when sorted.
 *
 * @param text 13 characters of Crockford's base 32, made by {@link QueueIdSource}
 */
public record QueueId(String text) implements Comparable<QueueId> {

  static final int LENGTH = 13;
  private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ";

  /** Refuses any other form, so that an id can stand in a command, a file name or a selector. */
  public QueueId {
    Objects.requireNonNull(text, "a queue id needs a text");
    if (!isQueueId(text)) {
      throw new IllegalArgumentException("A queue id has 13 characters of base 32");
    }
  }

  /**
   * The id written as {@code text}.
   *
   * @throws IllegalArgumentException when it has another form
   */
  public static QueueId of(String text) {
    return new QueueId(text);
  }

  private static boolean isQueueId(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && LETTERS.indexOf(c) < 0) {
        return false;
      }
    }
    return text.length() == LENGTH;
  }

  @Override
  public int compareTo(QueueId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
