package org.mailroom.imap.session;

import java.util.Optional;
import org.mailroom.imap.UserMailboxes.Entry;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.SpecialUse;

/** In which words a client is told which mailboxes there are. */
enum ListKind {
  /** RFC 9051, 6.3.9. */
  LIST,
  /** The words that Gmail had before there was RFC 6154. */
  XLIST;

  /** What a mailbox is for. */
  Optional<String> attribute(Entry entry) {
    if (this == LIST) {
      return entry.use().map(SpecialUse::attribute);
    }
    return entry.name().equals(MailboxName.INBOX)
        ? Optional.of("\\Inbox")
        : entry.use().filter(each -> each != SpecialUse.ARCHIVE).map(ListKind::xlistAttribute);
  }

  private static String xlistAttribute(SpecialUse use) {
    return use == SpecialUse.JUNK ? "\\Spam" : use.attribute();
  }
}
