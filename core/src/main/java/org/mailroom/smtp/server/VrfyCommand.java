package org.mailroom.smtp.server;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.SmtpSyntaxException;

/**
 * VRFY tells nothing about anybody (RFC 5321, 4.1.1.6 and 7.3).
 *
 * <pre>
 * vrfy = "VRFY" SP String CRLF
 * </pre>
 */
record VrfyCommand() implements Command {

  static VrfyCommand parse(String argument) throws SmtpSyntaxException {
    if (argument.isEmpty()) {
      throw new SmtpSyntaxException(Replies.NO_USER);
    }
    return new VrfyCommand();
  }

  @Override
  public Optional<SmtpReply> check(SmtpServerSession session) {
    return Optional.empty();
  }

  @Override
  public void proceed(SmtpServerSession session) throws IOException {
    session.reply(Replies.CANNOT_VERIFY);
  }

  @Override
  public boolean isIdle() {
    return true;
  }
}
