package org.mailroom.smtp.server;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.session.SessionInput;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.SmtpSyntaxException;

/**
 * DATA takes the content (RFC 5321, 4.1.1.4).
 *
 * <pre>
 * data = "DATA" CRLF
 * </pre>
 *
 * <p>What the client sends before it has seen 354 would be a command to one server and content to
 * another, so it is neither: the session ends.
 */
record DataCommand() implements Command {

  static DataCommand parse(String argument) throws SmtpSyntaxException {
    CommandTable.requireNoArgument(argument);
    return new DataCommand();
  }

  @Override
  public Optional<SmtpReply> check(SmtpServerSession session) {
    if (session.transaction().isEmpty()) {
      return Optional.of(Replies.MAIL_FIRST);
    }
    MailTransaction mail = session.transaction().get();
    if (mail.hasContent()) {
      return Optional.of(Replies.CHUNKS_BEGUN);
    }
    if (mail.recipients() == 0) {
      return Optional.of(Replies.NO_RECIPIENTS);
    }
    return session.wire().input().isEmpty() ? Optional.empty() : Optional.of(Replies.TOO_EARLY);
  }

  @Override
  public void proceed(SmtpServerSession session) throws IOException {
    session.beginContent();
    session.reply(Replies.START_CONTENT);
    Wire wire = session.wire();
    SessionInput input = wire.input();
    ContentScanner scanner = ContentScanner.ofData(session.transaction().orElseThrow().content());
    RateFloor floor = wire.rateFloor(session.limits());
    long octets = 0;
    while (!scanner.isEnded()) {
      if (input.isEmpty() && !wire.awaitContent(session.limits(), floor, octets)) {
        return;
      }
      int from = input.start();
      int end = scanner.scan(input.buffer(), from, input.end());
      input.consumeTo(end);
      octets += end - from;
    }
    session.completeMail();
  }

  @Override
  public void refuse(SmtpServerSession session, SmtpReply reply) throws IOException {
    session.refuse(reply);
    if (reply.equals(Replies.TOO_EARLY)) {
      session.wire().end();
    }
  }
}
