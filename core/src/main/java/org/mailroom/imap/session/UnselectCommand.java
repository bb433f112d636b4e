package org.mailroom.imap.session;

import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * UNSELECT leaves the selected mailbox as it is (RFC 9051, 6.4.2).
 *
 * <pre>
 * command-select =/ "UNSELECT"
 * </pre>
 */
record UnselectCommand() implements Command {

  static UnselectCommand parse(Arguments arguments) throws ImapSyntaxException {
    arguments.end();
    return new UnselectCommand();
  }

  @Override
  public Completion proceed(ImapSession session) {
    session.unselect();
    return Completion.DONE;
  }
}
