package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * STARTTLS begins TLS (RFC 9051, 6.2.1). What the client sent behind it is forgotten.
 *
 * <pre>
 * command-nonauth =/ "STARTTLS"
 * </pre>
 */
record StarttlsCommand() implements Command {

  static StarttlsCommand parse(Arguments arguments) throws ImapSyntaxException {
    arguments.end();
    return new StarttlsCommand();
  }

  @Override
  public Completion proceed(ImapSession session) throws IOException {
    if (!session.wire().offersTls()) {
      return Completion.bad("TLS has begun already, or there is none");
    }
    session.out().text(session.tag() + " OK Begin TLS now").end();
    session.startTls();
    return Completion.NONE;
  }
}
