package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * RENAME gives a mailbox another name, and all below it (RFC 9051, 6.3.6).
 *
 * <pre>
 * rename = "RENAME" SP mailbox SP mailbox
 * </pre>
 */
record RenameCommand(String from, String to) implements Command {

  static RenameCommand parse(Arguments arguments) throws IOException, ImapSyntaxException {
    arguments.space();
    String from = arguments.astring();
    arguments.space();
    String to = arguments.astring();
    arguments.end();
    return new RenameCommand(from, to);
  }

  @Override
  public Completion proceed(ImapSession session) throws MailboxException, ImapSyntaxException {
    session.mailboxes().rename(Names.read(from, session), Names.read(to, session));
    return Completion.DONE;
  }
}
