package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * UNSUBSCRIBE: clients don't show the name (RFC 9051, 6.3.8).
 *
 * <pre>
 * unsubscribe = "UNSUBSCRIBE" SP mailbox
 * </pre>
 */
record UnsubscribeCommand(String mailbox) implements Command {

  static UnsubscribeCommand parse(Arguments arguments) throws IOException, ImapSyntaxException {
    arguments.space();
    String mailbox = arguments.astring();
    arguments.end();
    return new UnsubscribeCommand(mailbox);
  }

  @Override
  public Completion proceed(ImapSession session) throws MailboxException, ImapSyntaxException {
    session.mailboxes().subscribe(Names.read(mailbox, session), false);
    return Completion.DONE;
  }
}
