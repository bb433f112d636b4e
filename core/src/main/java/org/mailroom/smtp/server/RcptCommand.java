package org.mailroom.smtp.server;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.OriginalRecipient;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.smtp.EsmtpParameter;
import org.mailroom.smtp.PathArgument;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.SmtpSyntaxException;

/**
 * RCPT adds a recipient (RFC 5321, 4.1.1.3), with NOTIFY and ORCPT (RFC 3461, 4.1 and 4.2).
 *
 * <pre>
 * rcpt = "RCPT TO:" ( "&lt;Postmaster@" Domain "&gt;" / "&lt;Postmaster&gt;" / Path )
 *        [ SP Rcpt-parameters ] CRLF
 * </pre>
 *
 * @param path empty for {@code <Postmaster>}
 */
record RcptCommand(
    Optional<ForwardPath> path,
    Optional<Notify> notification,
    Optional<OriginalRecipient> originalRecipient)
    implements Command {

  private static final String POSTMASTER = "postmaster";

  static RcptCommand parse(String argument) throws SmtpSyntaxException {
    PathArgument to = PathArgument.parse(argument, "TO");
    Optional<ForwardPath> path =
        to.mailbox().equalsIgnoreCase(POSTMASTER) ? Optional.empty() : Optional.of(path(to));
    return new RcptCommand(path, Optional.empty(), Optional.empty()).with(to.parameters());
  }

  private static ForwardPath path(PathArgument to) throws SmtpSyntaxException {
    try {
      return ForwardPath.parse(to.mailbox());
    } catch (IllegalArgumentException e) {
      throw new SmtpSyntaxException(Replies.BAD_RECIPIENT);
    }
  }

  private RcptCommand with(List<EsmtpParameter> parameters) throws SmtpSyntaxException {
    RcptCommand command = this;
    for (EsmtpParameter parameter : parameters) {
      String value = parameter.value().orElse("");
      try {
        command =
            switch (parameter.keyword()) {
              case "NOTIFY" ->
                  new RcptCommand(
                      path, Optional.of(Notify.parse(value)), command.originalRecipient);
              case "ORCPT" ->
                  new RcptCommand(
                      path, command.notification, Optional.of(OriginalRecipient.parse(value)));
              default -> throw new SmtpSyntaxException(Replies.UNKNOWN_PARAMETER);
            };
      } catch (IllegalArgumentException e) {
        throw new SmtpSyntaxException(Replies.BAD_VALUE);
      }
    }
    return command;
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
    boolean hasParameters = notification.isPresent() || originalRecipient.isPresent();
    if (hasParameters && !session.clientName().orElseThrow().extended()) {
      return Optional.of(Replies.UNKNOWN_PARAMETER);
    }
    if (mail.recipients() >= session.limits().recipients()) {
      return Optional.of(Replies.TOO_MANY_RECIPIENTS);
    }
    ForwardPath recipient = recipient(session);
    if (!mail.smtpUtf8() && path.map(p -> MailCommand.isBeyondAscii(p.address())).orElse(false)) {
      return Optional.of(Replies.NEEDS_SMTPUTF8);
    }
    if (!session.isTrusted() && hasRoute(recipient.address().localPart())) {
      return Optional.of(Replies.NO_ROUTING);
    }
    return session.policy().refuseRecipient(session.peer(), mail.reversePath(), recipient);
  }

  @Override
  public void proceed(SmtpServerSession session) throws IOException {
    session
        .transaction()
        .orElseThrow()
        .add(new EnvelopeRecipient(recipient(session), notification, originalRecipient));
    session.reply(Replies.RECIPIENT_OK);
  }

  @Override
  public void refuse(SmtpServerSession session, SmtpReply reply) throws IOException {
    Optional<MailTransaction> mail = session.transaction();
    if (mail.isPresent() && mail.get().countRefused() > session.limits().refusedRecipients()) {
      session.reply(Replies.TOO_MANY_REFUSED);
    } else {
      session.refuse(reply);
    }
  }

  private ForwardPath recipient(SmtpServerSession session) {
    return path.orElseGet(session.policy()::postmaster);
  }

  /**
   * True for {@code user%third@hub}, {@code third!user@hub} and {@code "user@third"@hub}, in
   * whatever look-alike characters: a host behind this hub might take it for a route to a third
   * one, and make both an open relay.
   */
  private static boolean hasRoute(String localPart) {
    String plain = Normalizer.normalize(localPart, Normalizer.Form.NFKC);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '%' || c == '!' || c == '@') {
        return true;
      }
    }
    return false;
  }
}
