package org.mailroom.imap.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.UserMailboxes.Quota;

/**
 * What an account uses of what it may use (RFC 9208, 5.1). It has one quota root, without a name;
 * an account without limits has none.
 */
final class Quotas {

  private static final long KIB = 1024;

  private final ImapSession session;
  private final List<String> resources = new ArrayList<>();

  Quotas(ImapSession session) throws MailboxException {
    this.session = session;
    Quota quota = session.mailboxes().quota();
    if (quota.octetLimit() > 0) {
      resources.add("STORAGE " + kib(quota.octets()) + " " + kib(quota.octetLimit()));
    }
    if (quota.messageLimit() > 0) {
      resources.add("MESSAGE " + quota.messages() + " " + quota.messageLimit());
    }
  }

  /** True when there is a limit. */
  boolean exist() {
    return !resources.isEmpty();
  }

  void tell() throws IOException {
    session.untagged("QUOTA \"\" (" + String.join(" ", resources) + ")");
  }

  private static long kib(long octets) {
    return (octets + KIB - 1) / KIB;
  }
}
