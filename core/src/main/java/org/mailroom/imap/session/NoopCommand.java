package org.mailroom.imap.session;

import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * NOOP and CHECK do nothing, so that the client hears news (RFC 9051, 6.1.2; RFC 3501, 6.4.1).
 *
 * <pre>
 * command-any =/ "NOOP"
 * command-select =/ "CHECK"
 * </pre>
 */
record NoopCommand() implements Command {

  static NoopCommand parse(Arguments arguments) throws ImapSyntaxException {
    arguments.end();
    return new NoopCommand();
  }

  @Override
  public Completion proceed(ImapSession session) {
    return Completion.DONE;
  }
}
