package org.mailroom.smtp.server;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.SmtpSyntaxException;

/**
 * RSET gives up the mail that has begun (RFC 5321, 4.1.1.5).
 *
 * <pre>
 * rset = "RSET" CRLF
 * </pre>
 */
record RsetCommand() implements Command {

  static RsetCommand parse(String argument) throws SmtpSyntaxException {
    CommandTable.requireNoArgument(argument);
    return new RsetCommand();
  }

  @Override
  public Optional<SmtpReply> check(SmtpServerSession session) {
    return Optional.empty();
  }

  @Override
  public void proceed(SmtpServerSession session) throws IOException {
    session.endTransaction();
    session.reply(Replies.OK);
  }

  @Override
  public boolean isIdle() {
    return true;
  }
}
