package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * STATUS tells what there is in a mailbox (RFC 9051, 6.3.11).
 *
 * <pre>
 * status = "STATUS" SP mailbox SP "(" status-att *(SP status-att) ")"
 * </pre>
 */
record StatusCommand(String mailbox, StatusItems items) implements Command {

  static StatusCommand parse(Arguments arguments) throws IOException, ImapSyntaxException {
    arguments.space();
    String mailbox = arguments.astring();
    arguments.space();
    StatusItems items = StatusItems.read(arguments);
    arguments.end();
    return new StatusCommand(mailbox, items);
  }

  @Override
  public Completion proceed(ImapSession session)
      throws IOException, MailboxException, ImapSyntaxException {
    items.tell(session, Names.read(mailbox, session));
    return Completion.DONE;
  }
}
