package org.mailroom.smtp.server;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.smtp.SmtpReply;

/**
 * NOOP does nothing (RFC 5321, 4.1.1.9).
 *
 * <pre>
 * noop = "NOOP" [ SP String ] CRLF
 * </pre>
 */
record NoopCommand() implements Command {

  @Override
  public Optional<SmtpReply> check(SmtpServerSession session) {
    return Optional.empty();
  }

  @Override
  public void proceed(SmtpServerSession session) throws IOException {
    session.reply(Replies.OK);
  }

  @Override
  public boolean isIdle() {
    return true;
  }
}
