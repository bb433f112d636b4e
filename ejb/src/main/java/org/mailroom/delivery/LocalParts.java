package org.mailroom.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.directory.AddressKey;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ReversePath;
import org.mailroom.queue.QueuedMail;
import org.mailroom.settlement.AttemptResult.Share;

/** Collects recipients by the way that they go. */
public final class LocalParts {

  /** The group of recipients that are looked up when they are delivered. */
  public static final String RECIPIENTS = "local:recipients";

  /** The group of recipients that others stand for: their forwards have been followed. */
  public static final String MAILBOXES = "local:mailboxes";

  /**
   * True for a part that is ready in {@code mailroom.delivery}: it was put together for mailboxes
   * of this hub, and no operator sends it to a next hop.
   */
  public static boolean isLocal(QueuedMail mail) {
    boolean grouped = mail.group().equals(RECIPIENTS) || mail.group().equals(MAILBOXES);
    return grouped && mail.route().isEmpty();
  }

  private record Way(String group, ReversePath from, boolean local, int number) {}

  /** Two recipients of a mail may stand for the same person, who gets it once. */
  private record Person(Way way, AddressKey address) {}

  private final Set<Person> people = new HashSet<>();
  private final Map<Way, List<EnvelopeRecipient>> ways = new LinkedHashMap<>();

  /** A recipient that is looked up at its delivery. */
  public void recipient(EnvelopeRecipient recipient, ReversePath from) {
    add(new Way(RECIPIENTS, from, true, 0), recipient);
  }

  /** A recipient that is looked up at its delivery, in a part of its own. */
  public void alone(EnvelopeRecipient recipient, ReversePath from) {
    add(new Way(RECIPIENTS, from, true, ways.size() + 1), recipient);
  }

  /** A mailbox. */
  public void mailbox(EnvelopeRecipient recipient, ReversePath from) {
    add(new Way(MAILBOXES, from, true, 0), recipient);
  }

  /** Somebody elsewhere, in this routing group; who is there already is not there twice. */
  public void elsewhere(EnvelopeRecipient recipient, ReversePath from, String group) {
    Way way = new Way(group, from, false, 0);
    if (people.add(new Person(way, AddressKey.of(recipient.path().address())))) {
      add(way, recipient);
    }
  }

  private void add(Way way, EnvelopeRecipient recipient) {
    ways.computeIfAbsent(way, key -> new ArrayList<>()).add(recipient);
  }

  /** The ways, in the order of their first recipients. */
  public List<Share> shares() {
    List<Share> shares = new ArrayList<>(ways.size());
    ways.forEach((way, all) -> shares.add(new Share(way.group(), way.from(), way.local(), all)));
    return shares;
  }
}
