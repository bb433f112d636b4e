package org.mailroom.smtp.server;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.SmtpSyntaxException;

/**
 * QUIT ends the session (RFC 5321, 4.1.1.10).
 *
 * <pre>
 * quit = "QUIT" CRLF
 * </pre>
 */
record QuitCommand() implements Command {

  static QuitCommand parse(String argument) throws SmtpSyntaxException {
    CommandTable.requireNoArgument(argument);
    return new QuitCommand();
  }

  @Override
  public Optional<SmtpReply> check(SmtpServerSession session) {
    return Optional.empty();
  }

  @Override
  public void proceed(SmtpServerSession session) throws IOException {
    session.reply(Replies.BYE);
    session.wire().end();
  }
}
