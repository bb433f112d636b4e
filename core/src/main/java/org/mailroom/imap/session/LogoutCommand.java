package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * LOGOUT ends the session (RFC 9051, 6.1.3).
 *
 * <pre>
 * command-any =/ "LOGOUT"
 * </pre>
 */
record LogoutCommand() implements Command {

  static LogoutCommand parse(Arguments arguments) throws ImapSyntaxException {
    arguments.end();
    return new LogoutCommand();
  }

  @Override
  public Completion proceed(ImapSession session) throws IOException {
    session.bye("Bye");
    return Completion.DONE;
  }
}
