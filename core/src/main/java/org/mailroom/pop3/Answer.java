package org.mailroom.pop3;

import java.nio.charset.StandardCharsets;

/**
 * The first line of an answer (RFC 1939, 3; RFC 2449, 8).
 *
 * <pre>
 * answer = ( "+OK" / "-ERR" [ SP "[" code "]" ] ) SP text CRLF
 * </pre>
 *
 * @param text in ASCII
 */
record Answer(boolean positive, String text) {

  static Answer ok(String text) {
    return new Answer(true, text);
  }

  static Answer error(String text) {
    return new Answer(false, text);
  }

  byte[] octets() {
    return ((positive ? "+OK " : "-ERR ") + text + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }
}
