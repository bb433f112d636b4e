package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.sasl.ServerStep;

/**
 * LOGIN logs a user in (RFC 9051, 6.2.3).
 *
 * <pre>
 * login = "LOGIN" SP userid SP password
 * userid = astring
 * password = astring
 * </pre>
 */
record LoginCommand(String user, String password) implements Command {

  static LoginCommand parse(Arguments arguments) throws IOException, ImapSyntaxException {
    arguments.space();
    String user = arguments.astring();
    arguments.space();
    String password = arguments.astring();
    arguments.end();
    return new LoginCommand(user, password);
  }

  @Override
  public Completion proceed(ImapSession session) throws IOException, MailboxException {
    return session.mayLogIn()
        ? session.logIn(new ServerStep.PasswordClaim(user, password))
        : Completion.no("PRIVACYREQUIRED", "Begin TLS first, with STARTTLS");
  }

  @Override
  public String toString() {
    return "LOGIN ********";
  }
}
