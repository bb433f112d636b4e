package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * SUBSCRIBE: clients show the name (RFC 9051, 6.3.7).
 *
 * <pre>
 * subscribe = "SUBSCRIBE" SP mailbox
 * </pre>
 */
record SubscribeCommand(String mailbox) implements Command {

  static SubscribeCommand parse(Arguments arguments) throws IOException, ImapSyntaxException {
    arguments.space();
    String mailbox = arguments.astring();
    arguments.end();
    return new SubscribeCommand(mailbox);
  }

  @Override
  public Completion proceed(ImapSession session) throws MailboxException, ImapSyntaxException {
    session.mailboxes().subscribe(Names.read(mailbox, session), true);
    return Completion.DONE;
  }
}
