package org.mailroom.imap.session;

import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.ModifiedUtf7;
import org.mailroom.mailbox.MailboxName;

/**
 * Mailbox names as a client writes and reads them: in UTF-8 when it has enabled IMAP4rev2 or
 * UTF8=ACCEPT, else in modified UTF-7 (RFC 3501, 5.1.3). UTF-8 is understood in any case.
 */
final class Names {

  private Names() {}

  /**
   * The name that a client means.
   *
   * @throws MailboxException CANNOT when no mailbox can have it
   */
  static MailboxName read(String text, ImapSession session)
      throws MailboxException, ImapSyntaxException {
    try {
      return MailboxName.of(decode(text, session));
    } catch (IllegalArgumentException e) {
      throw new MailboxException(MailboxException.Reason.CANNOT, "No mailbox can have this name");
    }
  }

  /** The same for a pattern, or a part of a name. */
  static String decode(String text, ImapSession session) throws ImapSyntaxException {
    boolean utf8 = readsUtf8(session) || text.chars().anyMatch(c -> c > 0x7E);
    return utf8 ? text : ModifiedUtf7.decode(text);
  }

  /** As the client reads it; it goes out as a string. */
  static String text(MailboxName name, ImapSession session) {
    return readsUtf8(session) ? name.text() : ModifiedUtf7.encode(name.text());
  }

  private static boolean readsUtf8(ImapSession session) {
    return session.enabled().stream().anyMatch(Extension::bringsUtf8);
  }
}
