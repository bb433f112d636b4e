package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * GETQUOTAROOT tells the quota that holds for a mailbox (RFC 9208, 4.1.2).
 *
 * <pre>
 * getquotaroot = "GETQUOTAROOT" SP mailbox
 * </pre>
 */
record GetQuotaRootCommand(String mailbox) implements Command {

  static GetQuotaRootCommand parse(Arguments arguments) throws IOException, ImapSyntaxException {
    arguments.space();
    String mailbox = arguments.astring();
    arguments.end();
    return new GetQuotaRootCommand(mailbox);
  }

  @Override
  public Completion proceed(ImapSession session)
      throws IOException, MailboxException, ImapSyntaxException {
    String name = Names.text(Names.read(mailbox, session), session);
    Quotas quotas = new Quotas(session);
    session.out().text("* QUOTAROOT ").string(name).text(quotas.exist() ? " \"\"" : "").end();
    if (quotas.exist()) {
      quotas.tell();
    }
    return Completion.DONE;
  }
}
