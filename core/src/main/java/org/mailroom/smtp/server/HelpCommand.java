package org.mailroom.smtp.server;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.smtp.SmtpReply;

/**
 * HELP names the commands (RFC 5321, 4.1.1.8).
 *
 * <pre>
 * help = "HELP" [ SP String ] CRLF
 * </pre>
 */
record HelpCommand() implements Command {

  @Override
  public Optional<SmtpReply> check(SmtpServerSession session) {
    return Optional.empty();
  }

  @Override
  public void proceed(SmtpServerSession session) throws IOException {
    session.reply(Replies.HELP);
  }

  @Override
  public boolean isIdle() {
    return true;
  }
}
