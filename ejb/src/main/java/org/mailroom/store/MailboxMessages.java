package org.mailroom.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.mailbox.FlagChange;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.NumberSet;

/**
 * What is in mailboxes, for clients that read and change it. A mailbox is named by its account and
 * its id. Every change is on the disk when its method returns, has one higher modification sequence
 * in each mailbox, and is told to who watches that; every method throws {@link DatabaseException}
 * when the database doesn't answer, and {@link MailboxRefusedException} with NONEXISTENT when the
 * mailbox was deleted.
 */
@Singleton
public class MailboxMessages {

  private final Database database;
  private final AccountChanges changes;
  private final Clock clock;
  private final MailboxIndexes indexes = new MailboxIndexes();

  /** Those in this database. */
  @Inject
  public MailboxMessages(Database database, AccountUses uses, MailboxNews news, Clock clock) {
    this.database = database;
    this.changes = new AccountChanges(database, uses, news);
    this.clock = clock;
  }

  /** A mailbox as it is now; only what has changed since it was asked for last is read. */
  public MailboxIndex index(long account, long mailbox) {
    return changes.read(account, held -> index(held, held.mailbox(mailbox)));
  }

  private MailboxIndex index(HeldAccount held, Mailbox mailbox) {
    MailboxIndex now =
        indexes
            .find(mailbox.id())
            .orElseGet(() -> MailboxIndex.begin(mailbox.id(), mailbox.uidValidity()))
            .upTo(mailbox, held);
    indexes.keep(mailbox.id(), now);
    return now;
  }

  /** What has happened since. */
  public MailboxChanges changesSince(long account, long mailbox, long modseq) {
    return changes.read(
        account, held -> index(held, held.mailbox(mailbox)).changesSince(modseq, held));
  }

  /** Messages by UID; those that aren't there are left out. */
  public MessageBatches read(MailboxIndex index, NumberSet uids, Reading reading) {
    return new MessageBatches(database, index.mailbox(), index.messages(uids), reading);
  }

  /** Tells the traces of messages, by UID; those that have none are left out. */
  public void visitTraces(MailboxIndex index, NumberSet uids, TraceVisitor visitor) {
    database.read(
        entities -> {
          new MailboxTraces(entities, index.mailbox()).visit(uids, visitor);
          return true;
        });
  }

  /**
   * Changes flags.
   *
   * @param unchangedSince messages that have changed after it are left alone (RFC 7162, 3.1.3)
   * @throws MailboxRefusedException LIMIT when a message would have too many keywords
   */
  public StoredFlags store(
      long account, long mailbox, NumberSet uids, FlagChange change, OptionalLong unchangedSince) {
    return changes.change(
        account,
        held -> new FlagStoring(held, held.mailbox(mailbox)).store(uids, change, unchangedSince));
  }

  /** Deletes those among these that have {@code \Deleted}, and says which. */
  public NumberSet expunge(long account, long mailbox, NumberSet among) {
    return changes.change(
        account, held -> new Expunging(held, held.mailbox(mailbox)).expungeDeleted(among));
  }

  /**
   * Copies messages, all that are there or none.
   *
   * @throws MailboxRefusedException NONEXISTENT when there is no such target, OVERQUOTA
   */
  public CopiedMessages copy(
      long account, long mailbox, NumberSet uids, MailboxName target, MailQuota quota) {
    return changes.change(account, held -> copying(held, mailbox, target).copy(uids, quota));
  }

  /**
   * Moves messages, all that are there or none; needs no room.
   *
   * @throws MailboxRefusedException NONEXISTENT when there is no such target
   */
  public CopiedMessages move(long account, long mailbox, NumberSet uids, MailboxName target) {
    return changes.change(account, held -> copying(held, mailbox, target).move(uids));
  }

  private static Copying copying(HeldAccount held, long mailbox, MailboxName target) {
    return new Copying(held, held.mailbox(mailbox), held.mailbox(target));
  }

  /**
   * Appends messages, all of them or none.
   *
   * @throws IOException when octets can't be read
   * @throws MailboxRefusedException NONEXISTENT, OVERQUOTA, LIMIT
   */
  public AppendedMessages append(
      long account, MailboxName name, List<MessageToAppend> messages, MailQuota quota)
      throws IOException {
    List<ContentSummary> summaries = new ArrayList<>(messages.size());
    for (MessageToAppend message : messages) {
      summaries.add(ContentSummary.read(message.content(), "appended message"));
    }
    try {
      return changes.change(
          account,
          held ->
              new Appending(held, held.mailbox(name), clock.instant())
                  .append(messages, summaries, quota));
    } catch (ContentUnreadableException e) {
      throw e.reason();
    }
  }
}
