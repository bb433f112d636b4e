package org.mailroom.mail;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes queue ids: 42 bits of milliseconds, then 21 bits that start at random and count up, so that
 * two hubs, or one hub before and after a crash, don't name two mails alike.
 */
public final class QueueIdSource {

  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int COUNTER_BITS = 21;
  private static final int BITS_PER_DIGIT = 5;

  private final Clock clock;
  private final AtomicLong last;

  /** A source that takes the time from {@code clock}. */
  public QueueIdSource(Clock clock) {
    this.clock = clock;
    this.last = new AtomicLong(atNow() | new SecureRandom().nextInt(1 << COUNTER_BITS));
  }

  /** An id that this source has not given before, greater than all it has given. */
  public QueueId next() {
    long value = last.updateAndGet(previous -> Math.max(previous + 1, atNow() | low(previous + 1)));
    char[] text = new char[QueueId.LENGTH];
    for (int i = text.length - 1; i >= 0; i--) {
      text[i] = DIGITS[(int) (value & 0x1F)];
      value >>>= BITS_PER_DIGIT;
    }
    return new QueueId(new String(text));
  }

  private long atNow() {
    return clock.millis() << COUNTER_BITS;
  }

  private static long low(long value) {
    return value & ((1L << COUNTER_BITS) - 1);
  }
}
