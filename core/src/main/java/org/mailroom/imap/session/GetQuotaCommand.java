package org.mailroom.imap.session;

import java.io.IOException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * GETQUOTA tells the quota of a quota root (RFC 9208, 4.1.1).
 *
 * <pre>
 * getquota = "GETQUOTA" SP quota-root-name
 * </pre>
 */
record GetQuotaCommand(String root) implements Command {

  static GetQuotaCommand parse(Arguments arguments) throws IOException, ImapSyntaxException {
    arguments.space();
    String root = arguments.astring();
    arguments.end();
    return new GetQuotaCommand(root);
  }

  @Override
  public Completion proceed(ImapSession session) throws IOException, MailboxException {
    Quotas quotas = new Quotas(session);
    if (!root.isEmpty() || !quotas.exist()) {
      return Completion.no("NONEXISTENT", "There is no such quota root");
    }
    quotas.tell();
    return Completion.DONE;
  }
}
