package org.mailroom.it.client;

import java.io.ByteArrayOutputStream;

/** Dot-stuffing (RFC 5321, 4.5.2) for content whose lines end in CRLF. */
public final class Stuffing {

  private Stuffing() {}

  /** The content stuffed, with a CRLF behind it if it lacks one, and the final dot. */
  public static byte[] stuffed(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 1024);
    boolean lineStarts = true;
    for (byte octet : content) {
      if (lineStarts && octet == '.') {
        out.write('.');
      }
      out.write(octet);
      lineStarts = octet == '\n';
    }
    if (!lineStarts) {
      out.write('\r');
      out.write('\n');
    }
    out.write('.');
    out.write('\r');
    out.write('\n');
    return out.toByteArray();
  }
}
