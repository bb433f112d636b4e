package org.mailroom.smtp.server;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.mail.ReversePath;
import org.mailroom.smtp.PathArgument;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.SmtpSyntaxException;

/**
 * MAIL begins a mail (RFC 5321, 4.1.1.2).
 *
 * <pre>
 * mail = "MAIL FROM:" ( "&lt;&gt;" / Path ) [ SP Mail-parameters ] CRLF
 * </pre>
 */
record MailCommand(ReversePath reversePath, MailParameters parameters, boolean hasParameters)
    implements Command {

  static MailCommand parse(String argument) throws SmtpSyntaxException {
    PathArgument path = PathArgument.parse(argument, "FROM");
    MailParameters parameters = MailParameters.of(path.parameters());
    try {
      return new MailCommand(
          ReversePath.parse(path.mailbox()), parameters, !path.parameters().isEmpty());
    } catch (IllegalArgumentException e) {
      throw new SmtpSyntaxException(Replies.BAD_SENDER);
    }
  }

  @Override
  public Optional<SmtpReply> check(SmtpServerSession session) {
    if (session.clientName().isEmpty()) {
      return Optional.of(Replies.HELLO_FIRST);
    }
    if (session.needsLogin()) {
      return Optional.of(
          session.wire().tls().isPresent() ? Replies.LOGIN_FIRST : Replies.TLS_FIRST);
    }
    if (session.transaction().isPresent()) {
      return Optional.of(Replies.NESTED_MAIL);
    }
    if (session.mails() >= session.limits().mailsPerConnection()) {
      return Optional.of(Replies.TOO_MANY_MAILS);
    }
    if (hasParameters && !session.clientName().get().extended()) {
      return Optional.of(Replies.UNKNOWN_PARAMETER);
    }
    if (parameters.size().orElse(0) > session.limits().messageSize()) {
      return Optional.of(Replies.MAIL_TOO_LARGE);
    }
    if (!parameters.smtpUtf8()
        && reversePath.address().filter(MailCommand::isBeyondAscii).isPresent()) {
      return Optional.of(Replies.NEEDS_SMTPUTF8);
    }
    return session.policy().refuseMail(session.peer(), reversePath);
  }

  @Override
  public void proceed(SmtpServerSession session) throws IOException {
    session.begin(new MailTransaction(reversePath, parameters));
    session.reply(Replies.SENDER_OK);
  }

  @Override
  public void refuse(SmtpServerSession session, SmtpReply reply) throws IOException {
    if (session.transaction().isEmpty()) {
      session.mailRefused();
    }
    session.refuse(reply);
  }

  /** True for an address that stands in a command only under SMTPUTF8 (RFC 6531, 3.4). */
  static boolean isBeyondAscii(Address address) {
    return address.needsSmtpUtf8() || address.domain().isInternationalized();
  }
}
