package org.mailroom.imap;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mailroom.imap.MailboxException.Reason;
import org.mailroom.mail.Address;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.SpecialUse;
import org.mailroom.sasl.KnownLogins;
import org.mailroom.sasl.Logins;

/** The mailboxes of {@code ann@hub.test}, whose password is {@code secret}. */
public final class InMemoryMailboxes implements ImapService, UserMailboxes {

  private static final int MOST_KEYWORDS = 50;
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

  private final KnownLogins logins = new KnownLogins(Duration.ofSeconds(2));
  private final SortedMap<MailboxName, InMemoryMailbox> all = new TreeMap<>();
  private final Set<MailboxName> subscriptions = new TreeSet<>();
  private Set<Capability> withheld = Set.of();
  private ImapLimits limits = ImapLimits.DEFAULTS;
  private Quota quota = new Quota(0, 0, 0, 0);
  private Optional<MailboxException> insteadOfOpening = Optional.empty();
  private long nextUidValidity = 7;

  /** With what every account has. */
  public InMemoryMailboxes() {
    make(MailboxName.INBOX, Optional.empty());
    for (SpecialUse use : SpecialUse.values()) {
      make(use.mailbox(), Optional.of(use));
    }
    subscriptions.addAll(all.keySet());
  }

  private InMemoryMailbox make(MailboxName name, Optional<SpecialUse> use) {
    InMemoryMailbox made = new InMemoryMailbox(this, name, use, nextUidValidity++);
    all.put(name, made);
    return made;
  }

  /** The only user's. */
  public KnownLogins knownLogins() {
    return logins;
  }

  /** From now on. */
  public void limit(ImapLimits newLimits) {
    limits = newLimits;
  }

  /** From now on. */
  public void limit(Quota newQuota) {
    quota = newQuota;
  }

  /** From now on nobody can open them. */
  public void refuse(MailboxException refusal) {
    insteadOfOpening = Optional.of(refusal);
  }

  /** Files a message, as delivery does. */
  public long file(String mailbox, String octets) {
    InMemoryMailbox target = mailbox(mailbox);
    target.begin();
    long uid = target.add(octets, MessageFlags.NONE, NOW);
    target.changed();
    return uid;
  }

  /** For what another session does. */
  public InMemoryMailbox mailbox(String name) {
    return all.get(MailboxName.of(name));
  }

  InMemoryMailbox existing(MailboxName name) throws MailboxException {
    InMemoryMailbox found = all.get(name);
    if (found == null) {
      throw new MailboxException(Reason.NONEXISTENT, "There is no such mailbox");
    }
    return found;
  }

  boolean has(InMemoryMailbox mailbox) {
    return all.containsValue(mailbox);
  }

  @Override
  public Logins logins() {
    return logins;
  }

  @Override
  public ImapLimits limits() {
    return limits;
  }

  @Override
  public boolean isTrusted(InetAddress peer) {
    return peer.isLoopbackAddress();
  }

  @Override
  public UserMailboxes open(Address user) throws MailboxException {
    if (insteadOfOpening.isPresent()) {
      throw insteadOfOpening.get();
    }
    return this;
  }

  @Override
  public List<Entry> list() {
    return all.values().stream().map(box -> new Entry(box.name(), box.use())).toList();
  }

  @Override
  public Set<MailboxName> subscriptions() {
    return subscriptions;
  }

  @Override
  public void subscribe(MailboxName name, boolean shown) {
    if (shown) {
      subscriptions.add(name);
    } else {
      subscriptions.remove(name);
    }
  }

  @Override
  public void create(MailboxName name, Optional<SpecialUse> use) throws MailboxException {
    requireFree(name);
    if (use.isPresent() && all.values().stream().anyMatch(box -> box.use().equals(use))) {
      throw new MailboxException(Reason.CANNOT, "Another mailbox has this use");
    }
    makeAbove(name);
    make(name, use);
  }

  private void requireFree(MailboxName name) throws MailboxException {
    if (all.containsKey(name)) {
      throw new MailboxException(Reason.ALREADYEXISTS, "There is such a mailbox already");
    }
  }

  private void makeAbove(MailboxName name) {
    for (MailboxName above : name.ancestors()) {
      if (!all.containsKey(above)) {
        make(above, Optional.empty());
      }
    }
  }

  @Override
  public void delete(MailboxName name) throws MailboxException {
    if (name.isInbox()) {
      throw new MailboxException(Reason.CANNOT, "The inbox stays");
    }
    InMemoryMailbox found = existing(name);
    if (all.keySet().stream().anyMatch(other -> other.isBelow(name))) {
      throw new MailboxException(Reason.HASCHILDREN, "There are mailboxes below it");
    }
    all.remove(name);
    found.changed();
  }

  @Override
  public void rename(MailboxName from, MailboxName to) throws MailboxException {
    InMemoryMailbox moved = existing(from);
    requireFree(to);
    if (to.isBelow(from)) {
      throw new MailboxException(Reason.CANNOT, "A mailbox can't be below itself");
    }
    SortedMap<MailboxName, MailboxName> names = new TreeMap<>();
    for (MailboxName name : all.keySet()) {
      if (name.equals(from) || name.isBelow(from)) {
        names.put(name, moved(name, from, to));
      }
    }
    makeAbove(to);
    if (from.isInbox()) {
      make(to, Optional.empty());
      moved.move(moved.snapshot().uids(), to);
      return;
    }
    names.forEach(
        (before, after) -> {
          InMemoryMailbox box = all.remove(before);
          box.rename(after);
          all.put(after, box);
        });
  }

  private static MailboxName moved(MailboxName name, MailboxName from, MailboxName to)
      throws MailboxException {
    try {
      return name.moved(from, to);
    } catch (IllegalArgumentException e) {
      throw new MailboxException(Reason.CANNOT, "No mailbox can have this name");
    }
  }

  @Override
  public Status status(MailboxName name) throws MailboxException {
    return existing(name).status();
  }

  @Override
  public SelectedMailbox select(MailboxName name) throws MailboxException {
    return existing(name);
  }

  @Override
  public NewMessage.Content take(InputStream octets) throws IOException {
    return new Taken(new String(octets.readAllBytes(), StandardCharsets.ISO_8859_1));
  }

  private record Taken(String octets) implements NewMessage.Content {
    @Override
    public long size() {
      return octets.length();
    }

    @Override
    public void close() {
      // Garbage is collected.
    }
  }

  @Override
  public Appended append(MailboxName name, List<NewMessage> messages) throws MailboxException {
    InMemoryMailbox target = existing(name);
    requireRoom(messages.size(), messages.stream().mapToLong(m -> m.content().size()).sum());
    for (NewMessage message : messages) {
      requireFewKeywords(message.flags());
    }
    List<Long> uids = new ArrayList<>();
    target.begin();
    for (NewMessage message : messages) {
      String octets = ((Taken) message.content()).octets();
      uids.add(target.add(octets, message.flags(), message.internalDate().orElse(NOW)));
    }
    target.changed();
    return new Appended(target.uidValidity(), uids);
  }

  void requireRoom(int more, long octets) throws MailboxException {
    if (quota.messageLimit() > 0 && count() + more > quota.messageLimit()
        || quota.octetLimit() > 0 && octets() + octets > quota.octetLimit()) {
      throw new MailboxException(Reason.OVERQUOTA, "The mailbox is full");
    }
  }

  static void requireFewKeywords(MessageFlags flags) throws MailboxException {
    if (flags.keywords().size() > MOST_KEYWORDS) {
      throw new MailboxException(Reason.LIMIT, "Too many keywords");
    }
  }

  private int count() {
    return all.values().stream().mapToInt(InMemoryMailbox::count).sum();
  }

  private long octets() {
    return all.values().stream().map(InMemoryMailbox::status).mapToLong(Status::size).sum();
  }

  /** What users' programs aren't told of from now on. */
  public void withhold(Capability... capabilities) {
    withheld = Set.of(capabilities);
  }

  @Override
  public Set<Capability> withheld() {
    return withheld;
  }

  @Override
  public Quota quota() {
    return new Quota(octets(), quota.octetLimit(), count(), quota.messageLimit());
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
