package org.mailroom.imap.session;

import java.util.Set;
import org.mailroom.imap.Capability;

/** What the server can, as it says itself (RFC 9051, 7.2.2). */
final class Capabilities {

  private static final String ALWAYS = "CAPABILITY IMAP4rev1";

  private static final String BEFORE_LOGIN = " IMAP4rev2 LITERAL+ SASL-IR ID ENABLE IDLE";

  private Capabilities() {}

  /** Those of a session as it is now. */
  static String of(ImapSession session) {
    StringBuilder text = new StringBuilder(ALWAYS);
    if (session.isLoggedIn()) {
      Set<Capability> withheld = session.mailboxes().withheld();
      Capability.ALL.stream()
          .filter(one -> !withheld.contains(one))
          .forEach(one -> text.append(' ').append(one));
      return text.toString();
    }
    text.append(BEFORE_LOGIN);
    if (session.wire().offersTls()) {
      text.append(" STARTTLS");
    }
    return text.append(session.mayLogIn() ? " AUTH=PLAIN AUTH=SCRAM-SHA-256" : " LOGINDISABLED")
        .toString();
  }
}
