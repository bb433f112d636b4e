package org.mailroom.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A message on standard input as people type it: a line with nothing but a dot ends it. */
final class UntilDot extends InputStream {

  private static final int LONGEST_END = 3;

  private final InputStream in;
  private boolean lineBegins = true;
  private boolean ended;

  UntilDot(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  @Override
  public int read() throws IOException {
    if (lineBegins && !ended) {
      ended = isDotAlone();
    }
    int octet = ended ? -1 : in.read();
    lineBegins = octet == '\n';
    return octet;
  }

  /** At most to the end of a line. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = 0;
    int octet = 0;
    while (count < length && octet != '\n') {
      octet = read();
      if (octet < 0) {
        return count == 0 ? -1 : count;
      }
      target[offset + count++] = (byte) octet;
    }
    return count;
  }

  /** Looks ahead, and takes nothing. */
  private boolean isDotAlone() throws IOException {
    in.mark(LONGEST_END);
    int[] ahead = {in.read(), in.read(), in.read()};
    in.reset();
    boolean lineEnds = isEnd(ahead[1]) || ahead[1] == '\r' && isEnd(ahead[2]);
    return ahead[0] == '.' && lineEnds;
  }

  private static boolean isEnd(int octet) {
    return octet == '\n' || octet < 0;
  }
}
