package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * DELETE deletes a mailbox and its messages (RFC 9051, 6.3.5).
 *
 * <pre>
 * delete = "DELETE" SP mailbox
 * </pre>
 */
record DeleteCommand(String mailbox) implements Command {

  static DeleteCommand parse(Arguments arguments) throws IOException, ImapSyntaxException {
    arguments.space();
    String mailbox = arguments.astring();
    arguments.end();
    return new DeleteCommand(mailbox);
  }

  @Override
  public Completion proceed(ImapSession session) throws MailboxException, ImapSyntaxException {
    session.mailboxes().delete(Names.read(mailbox, session));
    return Completion.DONE;
  }
}
