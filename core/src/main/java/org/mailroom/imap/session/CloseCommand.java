package org.mailroom.imap.session;

import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * CLOSE leaves the selected mailbox, and expunges what is marked in it without telling (RFC 9051,
 * 6.4.1).
 *
 * <pre>
 * command-select =/ "CLOSE"
 * </pre>
 */
record CloseCommand() implements Command {

  static CloseCommand parse(Arguments arguments) throws ImapSyntaxException {
    arguments.end();
    return new CloseCommand();
  }

  @Override
  public Completion proceed(ImapSession session) throws MailboxException {
    Selection selection = session.selection();
    if (!selection.isReadOnly()) {
      selection.mailbox().expunge(selection.numbering().all());
    }
    session.unselect();
    return Completion.DONE;
  }
}
