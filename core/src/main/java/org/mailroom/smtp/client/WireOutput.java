package org.mailroom.smtp.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The one way to the peer: everything is collected here and leaves in few writes, when it is
 * flushed or the buffer is full.
 */
final class WireOutput extends OutputStream {

  static final int BUFFER = 64 * 1024;

  private final OutputStream out;
  private final StallGuard guard;
  private final byte[] buffer = new byte[BUFFER];
  private int length;

  WireOutput(OutputStream out, StallGuard guard) {
    this.out = out;
    this.guard = guard;
  }

  /** A command line; CRLF is added. The text is made of values that can't hold CR or LF. */
  void line(CharSequence text) throws ConnectionLostException {
    byte[] octets = text.toString().getBytes(StandardCharsets.UTF_8);
    write(octets, 0, octets.length);
    write('\r');
    write('\n');
  }

  @Override
  public void write(int octet) throws ConnectionLostException {
    if (length == buffer.length) {
      flush();
    }
    buffer[length++] = (byte) octet;
  }

  @Override
  public void write(byte[] octets, int offset, int count) throws ConnectionLostException {
    int done = 0;
    while (done < count) {
      if (length == buffer.length) {
        flush();
      }
      int part = Math.min(count - done, buffer.length - length);
      System.arraycopy(octets, offset + done, buffer, length, part);
      length += part;
      done += part;
    }
  }

  @Override
  public void flush() throws ConnectionLostException {
    if (length == 0) {
      return;
    }
    guard.begin();
    try {
      out.write(buffer, 0, length);
      out.flush();
    } catch (IOException e) {
      throw new ConnectionLostException(e);
    } finally {
      guard.end();
      length = 0;
    }
  }
}
