package org.mailroom.imap.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.UserMailboxes.Quota;

/**
 * Tells what an account uses, and may use (RFC 9208, 5.1). It has one quota root, without a name.
 */
final class Quotas {

  private static final long KIB = 1024;

  private Quotas() {}

  static void tell(ImapSession session) throws IOException, MailboxException {
    Quota quota = session.mailboxes().quota();
    List<String> resources = new ArrayList<>();
    if (quota.octetLimit() > 0) {
      resources.add("STORAGE " + kib(quota.octets()) + " " + kib(quota.octetLimit()));
    }
    if (quota.messageLimit() > 0) {
      resources.add("MESSAGE " + quota.messages() + " " + quota.messageLimit());
    }
    session.untagged("QUOTA \"\" (" + String.join(" ", resources) + ")");
  }

  private static long kib(long octets) {
    return (octets + KIB - 1) / KIB;
  }
}
