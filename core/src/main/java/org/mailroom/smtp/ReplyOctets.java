package org.mailroom.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * A reply as it goes over the wire (RFC 5321, 4.2.1; RFC 2034, 4): the code on each line, with a
 * hyphen on all lines but the last, then the enhanced code, then text in ASCII.
 */
public final class ReplyOctets {

  private ReplyOctets() {}

  /**
   * The octets of {@code reply}, lines ended by CRLF; what is not ASCII becomes a question mark.
   */
  public static byte[] of(SmtpReply reply) {
    StringBuilder text = new StringBuilder(64);
    for (Iterator<String> lines = reply.lines().iterator(); lines.hasNext(); ) {
      String line = lines.next();
      text.append(reply.code()).append(lines.hasNext() ? '-' : ' ');
      if (reply.enhanced().isPresent()) {
        text.append(reply.enhanced().get()).append(' ');
      }
      text.append(line).append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
