package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * IDLE waits for news until the client says DONE (RFC 9051, 6.3.13).
 *
 * <pre>
 * idle = "IDLE" CRLF "DONE"
 * </pre>
 */
record IdleCommand() implements Command {

  private static final String DONE = "DONE";

  static IdleCommand parse(Arguments arguments) throws ImapSyntaxException {
    arguments.end();
    return new IdleCommand();
  }

  @Override
  public Completion proceed(ImapSession session) throws IOException, ImapSyntaxException {
    session.out().text("+ idling").end();
    session.wire().flush();
    String line = session.hasSelection() ? waitWithNews(session) : session.nextLine();
    return line.equalsIgnoreCase(DONE) ? Completion.DONE : Completion.bad("IDLE ends with DONE");
  }

  private static String waitWithNews(ImapSession session) throws IOException, ImapSyntaxException {
    Idling idling = new Idling(session);
    idling.begin();
    try {
      return session.nextLine();
    } finally {
      idling.end();
    }
  }
}
