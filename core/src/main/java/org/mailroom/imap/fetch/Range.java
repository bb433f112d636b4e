package org.mailroom.imap.fetch;

/**
 * Some octets of a message.
 *
 * @param start offset of the first
 * @param end offset behind the last
 */
record Range(long start, long end) {

  Range {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("A range begins before it ends");
    }
  }

  long length() {
    return end - start;
  }

  /** As much of it as there is within so many octets. */
  Range within(long size) {
    return new Range(Math.min(start, size), Math.min(end, size));
  }
}
