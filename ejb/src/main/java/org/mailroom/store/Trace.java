package org.mailroom.store;

import java.nio.charset.StandardCharsets;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.ReversePath;

/**
 * The fields that final delivery writes in front of a message (RFC 5321, 4.4).
 *
 * @param text lines ended by CRLF; UTF-8
 */
record Trace(String text) {

  /** Of a message that nobody delivered: a client appended it. */
  static final Trace NONE = new Trace("");

  static Trace of(ReversePath from, ForwardPath to) {
    return new Trace("Return-Path: <" + from + ">\r\nDelivered-To: " + to + "\r\n");
  }

  long size() {
    return octets().length;
  }

  byte[] octets() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
