package org.mailroom.session;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Doubles the dot at the beginning of a line (RFC 5321, 4.5.2; RFC 1939, 3) and passes the rest on
 * in as large pieces as it comes. Lines end with CRLF.
 */
public final class DotStuffer extends OutputStream {

  private final OutputStream out;
  private boolean lineBegins = true;

  /** In front of {@code out}. */
  public DotStuffer(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    int end = offset + length;
    int unsent = offset;
    int i = offset;
    while (i < end) {
      if (lineBegins && octets[i] == '.') {
        out.write(octets, unsent, i - unsent);
        out.write('.');
        unsent = i;
      }
      int lineFeed = OctetScan.lineFeed(octets, i, end);
      lineBegins = lineFeed < end;
      i = lineFeed + 1;
    }
    out.write(octets, unsent, end - unsent);
  }
}
