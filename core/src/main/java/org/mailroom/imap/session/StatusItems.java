package org.mailroom.imap.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.UserMailboxes.Status;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.mailbox.MailboxName;

/**
 * What STATUS is asked for (RFC 9051, 6.3.11; RFC 7162, 3.1.7).
 *
 * <pre>
 * "(" status-att *(SP status-att) ")"
 * status-att = "MESSAGES" / "UIDNEXT" / "UIDVALIDITY" / "UNSEEN" / "DELETED" / "SIZE" /
 *              "RECENT" / "HIGHESTMODSEQ"
 * </pre>
 */
record StatusItems(List<String> items) {

  private static final String HIGHEST_MODSEQ = "HIGHESTMODSEQ";

  private static final Set<String> KNOWN =
      Set.of(
          "MESSAGES",
          "UIDNEXT",
          "UIDVALIDITY",
          "UNSEEN",
          "DELETED",
          "SIZE",
          "RECENT",
          HIGHEST_MODSEQ);

  static StatusItems read(Arguments arguments) throws IOException, ImapSyntaxException {
    List<String> items = arguments.list(each -> each.atom().toUpperCase(Locale.ROOT));
    if (items.isEmpty() || !KNOWN.containsAll(items)) {
      throw new ImapSyntaxException("STATUS doesn't know that");
    }
    return new StatusItems(items);
  }

  /** Tells it of a mailbox. */
  void tell(ImapSession session, MailboxName name) throws IOException, MailboxException {
    if (items.contains(HIGHEST_MODSEQ)) {
      session.useModseqs();
    }
    Status status = session.mailboxes().status(name);
    List<String> texts = new ArrayList<>();
    for (String item : items) {
      texts.add(item + " " + value(item, status));
    }
    session.out().text("* STATUS ").string(Names.text(name, session));
    session.out().text(" (" + String.join(" ", texts) + ")").end();
  }

  private static long value(String item, Status status) {
    return switch (item) {
      case "MESSAGES" -> status.messages();
      case "UIDNEXT" -> status.uidNext();
      case "UIDVALIDITY" -> status.uidValidity();
      case "UNSEEN" -> status.unseen();
      case "DELETED" -> status.deleted();
      case "SIZE" -> status.size();
      case "RECENT" -> 0;
      case HIGHEST_MODSEQ -> status.highestModseq();
      default -> throw new IllegalStateException("Not asked for: " + item);
    };
  }
}
