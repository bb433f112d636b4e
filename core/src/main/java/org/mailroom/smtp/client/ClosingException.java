package org.mailroom.smtp.client;

import org.mailroom.smtp.SmtpReply;

/** The peer has replied 421: it closes the connection, whatever was asked (RFC 5321, 3.8). */
final class ClosingException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Never serialised: the exception doesn't leave the package. */
  private final transient SmtpReply reply;

  ClosingException(SmtpReply reply) {
    super(reply.toText(), null, false, false);
    this.reply = reply;
  }

  SmtpReply reply() {
    return reply;
  }
}
