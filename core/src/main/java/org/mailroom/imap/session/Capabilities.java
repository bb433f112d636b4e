package org.mailroom.imap.session;

/** What the server can, as it says itself (RFC 9051, 7.2.2). */
final class Capabilities {

  private static final String ALWAYS =
      "CAPABILITY IMAP4rev1 IMAP4rev2 LITERAL+ SASL-IR ID ENABLE IDLE";

  private static final String AFTER_LOGIN =
      " NAMESPACE UIDPLUS MOVE UNSELECT CHILDREN LIST-EXTENDED LIST-STATUS SPECIAL-USE"
          + " CREATE-SPECIAL-USE CONDSTORE QRESYNC QUOTA QUOTA=RES-STORAGE QUOTA=RES-MESSAGE"
          + " ESEARCH SEARCHRES WITHIN STATUS=SIZE MULTIAPPEND BINARY";

  private Capabilities() {}

  /** Those of a session as it is now. */
  static String of(ImapSession session) {
    StringBuilder text = new StringBuilder(ALWAYS);
    if (session.isLoggedIn()) {
      return text.append(AFTER_LOGIN).toString();
    }
    if (session.wire().offersTls()) {
      text.append(" STARTTLS");
    }
    return text.append(session.mayLogIn() ? " AUTH=PLAIN AUTH=SCRAM-SHA-256" : " LOGINDISABLED")
        .toString();
  }
}
