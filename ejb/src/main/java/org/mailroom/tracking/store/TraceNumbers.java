package org.mailroom.tracking.store;

import java.time.Instant;

/** Numbers of rows: with their time in the upper bits, and each greater than all before. */
final class TraceNumbers {

  private long last;

  /** Goes on after {@code last}. */
  TraceNumbers(long last) {
    this.last = last;
  }

  /** The next number. */
  long next() {
    last++;
    return last;
  }

  /** The next number, of that time unless the clock was set back. */
  long next(Instant time) {
    return next(time, 1);
  }

  /** The first of so many numbers that follow each other; of one at least. */
  long next(Instant time, int count) {
    long first = Math.max(last + 1, IdNumber.at(time));
    last = first + Math.max(count, 1) - 1;
    return first;
  }
}
