package org.mailroom.tracking.store;

import java.time.Instant;
import org.mailroom.mail.QueueId;

/** Queue ids as numbers, in the same order and with the time in the upper bits. */
final class IdNumber {

  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS_PER_DIGIT = 5;
  private static final int LENGTH = 13;
  private static final int BITS_BELOW_TIME = 21;
  private static final int[] VALUES = new int['Z' + 1];

  static {
    for (int i = 0; i < DIGITS.length(); i++) {
      VALUES[DIGITS.charAt(i)] = i;
    }
  }

  /** Within it most mails are accepted, from when they get their ids. */
  private static final long SOON = 2_000L << BITS_BELOW_TIME;

  private IdNumber() {}

  /** The number of an id; -1 for one that no hub gives, beyond 63 bits. */
  static long of(QueueId id) {
    if (id.text().charAt(0) > '7') {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < LENGTH; i++) {
      number = number << BITS_PER_DIGIT | VALUES[id.text().charAt(i)];
    }
    return number;
  }

  static QueueId toId(long number) {
    char[] text = new char[LENGTH];
    long rest = number;
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = DIGITS.charAt((int) (rest & 31));
      rest >>>= BITS_PER_DIGIT;
    }
    return QueueId.of(new String(text));
  }

  /** The least number of that time, of an id as of a row. */
  static long at(Instant time) {
    return time.toEpochMilli() << BITS_BELOW_TIME;
  }

  /** The least number that a row of this mail has, unless it is late. */
  static long first(long id) {
    return id >> BITS_BELOW_TIME << BITS_BELOW_TIME;
  }

  /** The number above those, unless it is late. */
  static long end(long id) {
    return first(id) + SOON;
  }

  /** True when the rows of a mail are elsewhere than its id says. */
  static boolean isLate(long id, long number) {
    return number < first(id) || number >= end(id);
  }
}
