package org.mailroom.archive;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mail.Spool;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.SpecialUse;
import org.mailroom.mailbox.archive.NotReadableException;
import org.mailroom.store.AppendedMessages;
import org.mailroom.store.Mailbox;
import org.mailroom.store.MailboxMessages;
import org.mailroom.store.MailboxRefusedException;
import org.mailroom.store.MailboxRefusedException.Reason;
import org.mailroom.store.Mailboxes;
import org.mailroom.store.MessageToAppend;

/**
 * Puts messages into the mailboxes of an account, many in a database transaction. What a mailbox
 * has already isn't added again. For one thread.
 */
final class Incoming implements AutoCloseable {

  /** Beyond these no database has a date. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final Mailboxes mailboxes;
  private final MailboxMessages messages;
  private final Spool spool;
  private final long largest;
  private final ArchivedAccount account;
  private final Instant now;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Set<MailboxName> used = new HashSet<>();
  private long octets;
  private MailboxName name;
  private KnownMessages known;
  private long added;
  private long there;
  private long tooLarge;
  private long ignored;

  private record Waiting(MessageFlags flags, Instant date, HashedContent content) {

    boolean isSame(Instant otherDate, HashedContent other) {
      return date.equals(otherDate) && content.sha256().equals(other.sha256());
    }
  }

  Incoming(
      Mailboxes mailboxes,
      MailboxMessages messages,
      Spool spool,
      long largest,
      ArchivedAccount account,
      Clock clock) {
    this.mailboxes = mailboxes;
    this.messages = messages;
    this.spool = spool;
    this.largest = largest;
    this.account = account;
    this.now = clock.instant();
  }

  /** What follows belongs to this mailbox, which is made if it is not there. */
  void into(MailboxName mailbox, Optional<SpecialUse> use, boolean subscribed) throws IOException {
    if (mailbox.equals(name)) {
      return;
    }
    flush();
    long id = findOrMake(mailbox, use).id();
    if (subscribed) {
      mailboxes.subscribe(account.id(), mailbox, true);
    }
    known = new KnownMessages(messages, account.id(), id);
    name = mailbox;
    used.add(mailbox);
  }

  private Mailbox findOrMake(MailboxName mailbox, Optional<SpecialUse> use) {
    try {
      return mailboxes.find(account.id(), mailbox);
    } catch (MailboxRefusedException e) {
      make(mailbox, use);
      return mailboxes.find(account.id(), mailbox);
    }
  }

  /** A use that another mailbox of the account has is that one's. */
  private void make(MailboxName mailbox, Optional<SpecialUse> use) {
    try {
      mailboxes.create(account.id(), mailbox, use);
    } catch (MailboxRefusedException e) {
      if (e.reason() != Reason.CANNOT) {
        throw e;
      }
      mailboxes.create(account.id(), mailbox, Optional.empty());
    }
  }

  /** For the octets of a message. */
  HashedContent.Builder newContent() {
    return new HashedContent.Builder(spool, largest);
  }

  /** A message of which it is known what it should be. */
  void add(IndexedMessage message, HashedContent.Builder builder) throws IOException {
    add(message.flags(), Optional.of(message.date()), Optional.of(message.sha256()), builder);
  }

  /** A message for the mailbox; without a date it comes now. */
  void add(MessageFlags flags, Optional<Instant> written, HashedContent.Builder builder)
      throws IOException {
    add(flags, written, Optional.empty(), builder);
  }

  private void add(
      MessageFlags flags,
      Optional<Instant> written,
      Optional<String> sha256,
      HashedContent.Builder builder)
      throws IOException {
    if (builder.isTooLarge()) {
      tooLarge++;
      return;
    }
    Instant date =
        written
            .filter(d -> d.isAfter(FIRST) && d.isBefore(LAST))
            .orElse(now)
            .truncatedTo(ChronoUnit.MICROS);
    HashedContent content = builder.finish();
    boolean taken = false;
    try {
      if (sha256.isPresent() && !sha256.get().equals(content.sha256())) {
        throw new NotReadableException("A message is not what the archive says: it was changed");
      }
      if (waiting.stream().anyMatch(other -> other.isSame(date, content))
          || known.has(date, content)) {
        there++;
      } else {
        waiting.add(new Waiting(flags, date, content));
        octets += content.octets().size();
        taken = true;
      }
    } finally {
      if (!taken) {
        content.close();
      }
    }
    if (waiting.size() >= ArchiveFormat.BATCH || octets >= ArchiveFormat.BATCH_OCTETS) {
      flush();
    }
  }

  /** A file that is no message. */
  void ignore() {
    ignored++;
  }

  /** Returns when all are on the disk. */
  void flush() throws IOException {
    try {
      append(waiting);
    } catch (MailboxRefusedException e) {
      if (e.reason() != Reason.OVERQUOTA) {
        throw e;
      }
      for (Waiting one : waiting) {
        append(List.of(one));
      }
    } finally {
      discard();
    }
  }

  private void append(List<Waiting> some) throws IOException {
    if (some.isEmpty()) {
      return;
    }
    AppendedMessages appended =
        messages.append(
            account.id(),
            name,
            some.stream()
                .map(
                    one ->
                        new MessageToAppend(
                            one.flags(), Optional.of(one.date()), one.content().octets()))
                .toList(),
            account.quota());
    for (int i = 0; i < some.size(); i++) {
      Waiting one = some.get(i);
      known.add(one.date(), one.content().octets().size(), appended.uids().get(i));
    }
    added += some.size();
  }

  private void discard() {
    waiting.forEach(one -> one.content().close());
    waiting.clear();
    octets = 0;
  }

  ArchiveTally tally() {
    return new ArchiveTally(added, there, tooLarge, ignored, used.size());
  }

  /** Gives up what was not flushed. */
  @Override
  public void close() {
    discard();
  }
}
