package org.mailroom.imap.session;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.sasl.LoginDialogue;
import org.mailroom.sasl.Mechanism;
import org.mailroom.sasl.NoResponseException;
import org.mailroom.sasl.SaslExchangeException;

/**
 * AUTHENTICATE logs a user in (RFC 9051, 6.2.2).
 *
 * <pre>
 * authenticate = "AUTHENTICATE" SP auth-type [SP initial-resp] *(CRLF base64)
 * initial-resp = base64 / "="
 * </pre>
 */
record AuthenticateCommand(Optional<Mechanism> mechanism, Optional<String> initialResponse)
    implements Command {

  static AuthenticateCommand parse(Arguments arguments) throws ImapSyntaxException {
    arguments.space();
    Optional<Mechanism> mechanism = Mechanism.named(arguments.atom());
    Optional<String> initial =
        arguments.take(' ') ? Optional.of(arguments.atom()) : Optional.empty();
    arguments.end();
    return new AuthenticateCommand(mechanism, initial);
  }

  @Override
  public Completion proceed(ImapSession session)
      throws IOException, MailboxException, ImapSyntaxException {
    if (!session.mayLogIn()) {
      return Completion.no("PRIVACYREQUIRED", "Begin TLS first, with STARTTLS");
    }
    if (mechanism.isEmpty()) {
      return Completion.no("CANNOT", "Mechanism not known here");
    }
    try {
      return session.logIn(
          LoginDialogue.hold(
              mechanism.get(), initialResponse, session.logins(), text -> ask(session, text)));
    } catch (NoResponseException e) {
      return switch (e.why()) {
        case CANCELLED -> Completion.bad("Authentication cancelled");
        case NOT_BASE64 -> Completion.bad("A response is in base64");
      };
    } catch (SaslExchangeException e) {
      return Completion.bad("The response makes no sense");
    }
  }

  private static String ask(ImapSession session, String challenge)
      throws IOException, ImapSyntaxException {
    session.out().text("+ " + challenge).end();
    return session.nextLine();
  }
}
