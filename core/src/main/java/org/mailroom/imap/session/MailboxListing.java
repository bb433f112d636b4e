package org.mailroom.imap.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.UserMailboxes.Entry;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.ListPattern;
import org.mailroom.imap.session.ListCommand.Option;
import org.mailroom.mailbox.MailboxName;

/** Finds and tells what a LIST asks for. */
final class MailboxListing {

  private final ListCommand asked;
  private final ImapSession session;
  private final List<ListPattern> patterns;
  private final SortedMap<MailboxName, Entry> entries = new TreeMap<>();
  private final Set<MailboxName> subscriptions;
  private final boolean bySubscription;

  MailboxListing(ListCommand asked, ImapSession session)
      throws MailboxException, ImapSyntaxException {
    this.asked = asked;
    this.session = session;
    this.patterns = patterns(asked.reference(), asked.patterns(), session);
    session.mailboxes().list().forEach(entry -> entries.put(entry.name(), entry));
    this.bySubscription = asked.selection().contains(Option.SUBSCRIBED);
    this.subscriptions =
        bySubscription || asked.returned().contains(Option.SUBSCRIBED)
            ? session.mailboxes().subscriptions()
            : Set.of();
  }

  static List<ListPattern> patterns(String reference, List<String> texts, ImapSession session)
      throws ImapSyntaxException {
    List<ListPattern> all = new ArrayList<>();
    for (String text : texts) {
      all.add(ListPattern.of(Names.decode(reference, session), Names.decode(text, session)));
    }
    return all;
  }

  static boolean matches(MailboxName name, List<ListPattern> patterns) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(name.text()));
  }

  void tell() throws IOException, MailboxException {
    for (MailboxName name : candidates()) {
      boolean hasBelow = hasSubscribedBelow(name);
      if (matches(name, patterns) && isSelected(name, hasBelow)) {
        tell(name, hasBelow);
      }
    }
  }

  private SortedSet<MailboxName> candidates() {
    SortedSet<MailboxName> all = new TreeSet<>(entries.keySet());
    if (bySubscription) {
      all.addAll(subscriptions);
      if (asked.selection().contains(Option.RECURSIVEMATCH)) {
        subscriptions.forEach(name -> all.addAll(name.ancestors()));
      }
    }
    return all;
  }

  private boolean isSelected(MailboxName name, boolean hasSubscribedBelow) {
    if (bySubscription && !subscriptions.contains(name) && !hasSubscribedBelow) {
      return false;
    }
    return !asked.selection().contains(Option.SPECIAL_USE)
        || entries.containsKey(name) && entries.get(name).use().isPresent();
  }

  /** Those that match themselves need no name above them to tell of them (RFC 5258, 3.5). */
  private boolean hasSubscribedBelow(MailboxName name) {
    return asked.selection().contains(Option.RECURSIVEMATCH)
        && subscriptions.stream()
            .anyMatch(other -> other.isBelow(name) && !matches(other, patterns));
  }

  private void tell(MailboxName name, boolean hasSubscribedBelow)
      throws IOException, MailboxException {
    session
        .out()
        .text("* " + asked.kind() + " (" + String.join(" ", attributes(name)) + ") \"/\" ");
    session.out().string(Names.text(name, session));
    session.out().text(hasSubscribedBelow ? " (\"CHILDINFO\" (\"SUBSCRIBED\"))" : "").end();
    if (asked.status().isPresent() && entries.containsKey(name)) {
      asked.status().get().tell(session, name);
    }
  }

  private List<String> attributes(MailboxName name) {
    List<String> all = new ArrayList<>();
    if (entries.containsKey(name)) {
      all.add(hasChildren(name) ? "\\HasChildren" : "\\HasNoChildren");
      asked.kind().attribute(entries.get(name)).ifPresent(all::add);
    } else {
      all.add("\\NonExistent");
    }
    if (subscriptions.contains(name)) {
      all.add("\\Subscribed");
    }
    return all;
  }

  private boolean hasChildren(MailboxName name) {
    return entries.tailMap(new MailboxName(name.text() + "/!")).keySet().stream()
        .findFirst()
        .filter(next -> next.isBelow(name))
        .isPresent();
  }
}
