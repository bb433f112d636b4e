package org.mailroom.pop3;

/** How much of a message is sent: all of it, or its header and some lines. For one message. */
final class Excerpt {

  private static final long ALL = Long.MAX_VALUE;

  private long linesLeft;
  private boolean inHeader;
  private boolean lineIsEmpty = true;

  private Excerpt(long lines, boolean inHeader) {
    this.linesLeft = lines;
    this.inHeader = inHeader;
  }

  static Excerpt whole() {
    return new Excerpt(ALL, false);
  }

  static Excerpt top(int lines) {
    return new Excerpt(lines, true);
  }

  /** True when nothing more of the message is sent. */
  boolean isOver() {
    return linesLeft == 0 && !inHeader;
  }

  /**
   * How much of a piece belongs to it.
   *
   * @return the end of that
   */
  int end(byte[] octets, int from, int to) {
    if (linesLeft == ALL && !inHeader) {
      return to;
    }
    for (int i = from; i < to; i++) {
      if (octets[i] == '\n') {
        if (!inHeader) {
          linesLeft--;
        }
        inHeader &= !lineIsEmpty;
        lineIsEmpty = true;
        if (isOver()) {
          return i + 1;
        }
      } else if (octets[i] != '\r') {
        lineIsEmpty = false;
      }
    }
    return to;
  }
}
