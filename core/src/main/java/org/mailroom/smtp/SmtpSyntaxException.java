package org.mailroom.smtp;

import java.util.Objects;

/** A command that breaks the grammar, with the reply that says so. It has no stack trace. */
public final class SmtpSyntaxException extends Exception {

  private final transient SmtpReply reply;

  /** The refusal of a command by {@code reply}, a 5yz. */
  public SmtpSyntaxException(SmtpReply reply) {
    super(reply.toText(), null, false, false);
    this.reply = Objects.requireNonNull(reply, "a syntax error has a reply");
  }

  /** What the client is told. */
  public SmtpReply reply() {
    return reply;
  }
}
