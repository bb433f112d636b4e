package org.mailroom.imap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mailroom.imap.MailboxException.Reason;
import org.mailroom.mailbox.FlagChange;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.mailbox.SpecialUse;
import org.mailroom.mailbox.SystemFlag;
import org.mailroom.mime.MimeBudget;
import org.mailroom.mime.MimeStructure;
import org.mailroom.text.RequiredText;

/** One mailbox of {@link InMemoryMailboxes}, for one session at a time. */
public final class InMemoryMailbox implements SelectedMailbox {

  private record Message(
      long uid, long modseq, MessageFlags flags, Instant internalDate, String octets)
      implements MessageData {

    @Override
    public long size() {
      return octets.length();
    }

    @Override
    public MimeStructure structure() {
      try {
        return MimeStructure.read(open(0), MimeBudget.USUAL, System::nanoTime);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public InputStream open(long offset) {
      byte[] rest = octets.substring((int) offset).getBytes(StandardCharsets.ISO_8859_1);
      return new ByteArrayInputStream(rest);
    }

    State state() {
      return new State(uid, modseq, flags);
    }

    Message with(MessageFlags newFlags, long newModseq) {
      return new Message(uid, newModseq, newFlags, internalDate, octets);
    }
  }

  private final InMemoryMailboxes account;
  private final Optional<SpecialUse> use;
  private final long uidValidity;
  private final Map<Long, Message> messages = new TreeMap<>();
  private final Map<Long, Long> gone = new TreeMap<>();
  private MailboxName name;
  private long uidNext = 1;
  private long modseq = 1;
  private Runnable listener = () -> {};

  InMemoryMailbox(
      InMemoryMailboxes account, MailboxName name, Optional<SpecialUse> use, long uidValidity) {
    this.account = account;
    this.name = name;
    this.use = use;
    this.uidValidity = uidValidity;
  }

  /** One change puts messages in, as many as there will be calls of {@link #add}. */
  void begin() {
    modseq++;
  }

  /** An octet for each character. */
  long add(String octets, MessageFlags flags, Instant date) {
    Message message = new Message(uidNext++, modseq, flags, date, octets);
    messages.put(message.uid(), message);
    return message.uid();
  }

  void changed() {
    try {
      listener.run();
    } catch (RuntimeException e) {
      // That of somebody else.
    }
  }

  void rename(MailboxName newName) {
    name = newName;
  }

  Optional<SpecialUse> use() {
    return use;
  }

  long uidValidity() {
    return uidValidity;
  }

  int count() {
    return messages.size();
  }

  UserMailboxes.Status status() {
    long unseen = messages.values().stream().filter(m -> !m.flags().has(SystemFlag.SEEN)).count();
    long deleted =
        messages.values().stream().filter(m -> m.flags().has(SystemFlag.DELETED)).count();
    long size = messages.values().stream().mapToLong(Message::size).sum();
    return new UserMailboxes.Status(
        uidValidity, uidNext, modseq, messages.size(), unseen, deleted, size);
  }

  @Override
  public MailboxName name() {
    return name;
  }

  @Override
  public Snapshot snapshot() {
    Set<String> keywords = new TreeSet<>();
    messages.values().forEach(message -> keywords.addAll(message.flags().keywords()));
    OptionalLong unseen =
        messages.values().stream()
            .filter(message -> !message.flags().has(SystemFlag.SEEN))
            .mapToLong(Message::uid)
            .findFirst();
    NumberSet uids = NumberSet.of(messages.keySet().stream().mapToLong(Long::longValue).toArray());
    return new Snapshot(uidValidity, uidNext, modseq, uids, unseen, keywords);
  }

  @Override
  public boolean hasChangedSince(long since) {
    return modseq > since || !account.has(this);
  }

  @Override
  public Changes changesSince(long since) throws MailboxException {
    requireThere();
    List<State> changed =
        messages.values().stream()
            .filter(message -> message.modseq() > since)
            .map(Message::state)
            .toList();
    long[] expunged =
        gone.entrySet().stream()
            .filter(entry -> entry.getValue() > since)
            .mapToLong(Map.Entry::getKey)
            .toArray();
    return new Changes(modseq, uidNext, changed, NumberSet.of(expunged));
  }

  private void requireThere() throws MailboxException {
    if (!account.has(this)) {
      throw new MailboxException(Reason.NONEXISTENT, "The mailbox was deleted");
    }
  }

  @Override
  public void onChange(Runnable newListener) {
    listener = newListener;
  }

  @Override
  public <E extends Exception> void visit(NumberSet uids, Wanted wanted, Visitor<E> visitor)
      throws MailboxException, E {
    requireThere();
    for (Message message : List.copyOf(messages.values())) {
      if (uids.contains(message.uid()) && !visitor.visit(message)) {
        return;
      }
    }
  }

  @Override
  public NumberSet mayContain(NumberSet uids, RequiredText text) throws MailboxException {
    return uids;
  }

  @Override
  public Stored store(NumberSet uids, FlagChange change, OptionalLong unchangedSince)
      throws MailboxException {
    requireThere();
    List<State> states = new ArrayList<>();
    NumberSet.Builder modified = new NumberSet.Builder();
    for (Message message : some(uids)) {
      InMemoryMailboxes.requireFewKeywords(change.applyTo(message.flags()));
    }
    long next = modseq + 1;
    for (Message message : some(uids)) {
      if (unchangedSince.isPresent() && message.modseq() > unchangedSince.getAsLong()) {
        modified.add(message.uid());
        continue;
      }
      MessageFlags after = change.applyTo(message.flags());
      if (!after.equals(message.flags())) {
        modseq = next;
        messages.put(message.uid(), message.with(after, next));
      }
      states.add(messages.get(message.uid()).state());
    }
    if (modseq == next) {
      changed();
    }
    return new Stored(states, modified.build());
  }

  private List<Message> some(NumberSet uids) {
    return messages.values().stream().filter(message -> uids.contains(message.uid())).toList();
  }

  @Override
  public NumberSet expunge(NumberSet among) throws MailboxException {
    requireThere();
    return remove(
        some(among).stream().filter(message -> message.flags().has(SystemFlag.DELETED)).toList());
  }

  private NumberSet remove(List<Message> some) {
    if (some.isEmpty()) {
      return NumberSet.NONE;
    }
    modseq++;
    NumberSet.Builder removed = new NumberSet.Builder();
    for (Message message : some) {
      messages.remove(message.uid());
      gone.put(message.uid(), modseq);
      removed.add(message.uid());
    }
    changed();
    return removed.build();
  }

  @Override
  public Copied copy(NumberSet uids, MailboxName target) throws MailboxException {
    requireThere();
    InMemoryMailbox other = account.existing(target);
    List<Message> some = some(uids);
    account.requireRoom(some.size(), some.stream().mapToLong(Message::size).sum());
    return put(some, other);
  }

  private static Copied put(List<Message> some, InMemoryMailbox other) {
    List<Long> from = new ArrayList<>();
    List<Long> to = new ArrayList<>();
    if (!some.isEmpty()) {
      other.begin();
    }
    for (Message message : some) {
      from.add(message.uid());
      to.add(other.add(message.octets(), message.flags(), message.internalDate()));
    }
    other.changed();
    return new Copied(other.uidValidity, from, to);
  }

  @Override
  public Copied move(NumberSet uids, MailboxName target) throws MailboxException {
    requireThere();
    List<Message> some = some(uids);
    Copied moved = put(some, account.existing(target));
    remove(some);
    return moved;
  }

  @Override
  public void close() {
    listener = () -> {};
  }
}
