package org.mailroom.smtp.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.mailroom.smtp.ReplyOctets;
import org.mailroom.smtp.SmtpReply;

/**
 * Replies that wait until the client has nothing more to be read (RFC 2920, 3.2): one write for all
 * of them.
 */
final class ReplyBuffer {

  private static final int ENOUGH = 32 * 1024;

  private final OutputStream out;
  private byte[] octets = new byte[512];
  private int length;

  ReplyBuffer(OutputStream out) {
    this.out = out;
  }

  void add(SmtpReply reply) throws IOException {
    byte[] added = ReplyOctets.of(reply);
    if (octets.length - length < added.length) {
      octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + added.length));
    }
    System.arraycopy(added, 0, octets, length, added.length);
    length += added.length;
    if (length > ENOUGH) {
      flush();
    }
  }

  void flush() throws IOException {
    if (length > 0) {
      out.write(octets, 0, length);
      length = 0;
    }
  }
}
