package org.mailroom.smtp.server;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.SmtpSyntaxException;

/**
 * STARTTLS begins TLS (RFC 3207, 4). What was said before is forgotten: anybody on the way may have
 * said it.
 *
 * <pre>
 * starttls = "STARTTLS" CRLF
 * </pre>
 *
 * <p>What the client sends before it has seen 220 would be a command from under the protection, and
 * was not: the session ends.
 */
record StartTlsCommand() implements Command {

  static StartTlsCommand parse(String argument) throws SmtpSyntaxException {
    CommandTable.requireNoArgument(argument);
    return new StartTlsCommand();
  }

  @Override
  public Optional<SmtpReply> check(SmtpServerSession session) throws IOException {
    Wire wire = session.wire();
    if (wire.tls().isPresent()) {
      return Optional.of(Replies.TLS_BEGUN);
    }
    if (!wire.offersTls()) {
      return Optional.of(Replies.NOT_IMPLEMENTED);
    }
    return wire.input().hasMore() ? Optional.of(Replies.TOO_EARLY) : Optional.empty();
  }

  @Override
  public void proceed(SmtpServerSession session) throws IOException {
    session.reply(Replies.START_TLS);
    session.startTls();
  }

  @Override
  public void refuse(SmtpServerSession session, SmtpReply reply) throws IOException {
    session.refuse(reply);
    if (reply.equals(Replies.TOO_EARLY)) {
      session.wire().end();
    }
  }
}
