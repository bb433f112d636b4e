package org.mailroom.smtp.server;

import java.util.Optional;
import org.mailroom.smtp.SmtpReply;

/**
 * EXPN tells nothing about lists (RFC 5321, 4.1.1.7 and 7.3).
 *
 * <pre>
 * expn = "EXPN" SP String CRLF
 * </pre>
 */
record ExpnCommand() implements Command {

  @Override
  public Optional<SmtpReply> check(SmtpServerSession session) {
    return Optional.of(Replies.NOT_IMPLEMENTED);
  }

  @Override
  public void proceed(SmtpServerSession session) {
    throw new IllegalStateException("EXPN is refused");
  }
}
