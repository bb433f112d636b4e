package org.mailroom.imap.session;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.ListPattern;
import org.mailroom.mailbox.MailboxName;

/**
 * LSUB tells which names clients show (RFC 3501, 6.3.9), and those above them where the pattern
 * ends there.
 *
 * <pre>
 * lsub = "LSUB" SP mailbox SP list-mailbox
 * </pre>
 */
record LsubCommand(String reference, String pattern) implements Command {

  static LsubCommand parse(Arguments arguments) throws IOException, ImapSyntaxException {
    arguments.space();
    String reference = arguments.astring();
    arguments.space();
    String pattern = arguments.listMailbox();
    arguments.end();
    return new LsubCommand(reference, pattern);
  }

  @Override
  public Completion proceed(ImapSession session)
      throws IOException, MailboxException, ImapSyntaxException {
    List<ListPattern> patterns = MailboxListing.patterns(reference, List.of(pattern), session);
    Set<MailboxName> subscriptions = session.mailboxes().subscriptions();
    SortedSet<MailboxName> all = new TreeSet<>(subscriptions);
    if (pattern.indexOf('%') >= 0) {
      subscriptions.stream()
          .filter(name -> !MailboxListing.matches(name, patterns))
          .forEach(name -> all.addAll(name.ancestors()));
    }
    for (MailboxName name : all) {
      if (MailboxListing.matches(name, patterns)) {
        String attribute = subscriptions.contains(name) ? "" : "\\Noselect";
        session.out().text("* LSUB (" + attribute + ") \"/\" ");
        session.out().string(Names.text(name, session)).end();
      }
    }
    return Completion.DONE;
  }
}
