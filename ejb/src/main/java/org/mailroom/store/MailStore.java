package org.mailroom.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.mail.QueueId;
import org.mailroom.mailbox.NumberSet;

/**
 * Files mail, and reads it. Every method throws {@link DatabaseException} when the database doesn't
 * answer.
 */
@Singleton
public class MailStore {

  /** For so long a mail that is delivered again is known. */
  public static final Duration FILINGS_KEPT = Duration.ofDays(14);

  private final Database database;
  private final AccountUses uses;
  private final MailboxNews news;
  private final AccountChanges changes;
  private final Clock clock;

  /** The store in this database. */
  @Inject
  public MailStore(Database database, AccountUses uses, MailboxNews news, Clock clock) {
    this.database = database;
    this.uses = uses;
    this.news = news;
    this.changes = new AccountChanges(database, uses, news);
    this.clock = clock;
  }

  /**
   * Files mails, all in one database transaction: when this returns they are on the disk; when it
   * throws, none was filed. Mails of one reception share their content.
   *
   * @return what became of each, in their order
   * @throws IOException when a content can't be read
   */
  public List<FilingResult> file(List<MailToFile> mails) throws IOException {
    Map<QueueId, ContentSummary> summaries = new HashMap<>();
    for (MailToFile mail : mails) {
      if (!summaries.containsKey(mail.id())) {
        summaries.put(mail.id(), ContentSummary.read(mail.content(), "mail " + mail.id()));
      }
    }
    try {
      List<FilingResult> results = new ArrayList<>(mails.size());
      FilingBatch batch =
          database.change(
              entities -> {
                FilingBatch work = new FilingBatch(entities, summaries, clock.instant());
                work.prepare(mails);
                mails.forEach(mail -> results.add(work.file(mail)));
                return work;
              });
      batch.uses().forEach(uses::note);
      batch.news().forEach(news::publish);
      return results;
    } catch (ContentUnreadableException e) {
      throw e.reason();
    }
  }

  /** The mailboxes of an account, by name. */
  public List<Mailbox> mailboxes(long account) {
    return database.read(entities -> HeldAccount.mailboxes(entities, account));
  }

  /**
   * Messages of a mailbox by UID, their contents with them.
   *
   * @param from the first UID
   * @param most of them
   */
  public List<StoredMessage> messages(long mailbox, long from, int most) {
    return database.read(
        entities ->
            entities
                .createQuery(
                    "select m from StoredMessage m join fetch m.content"
                        + " where m.mailboxId = :mailbox and m.uid >= :uid order by m.uid",
                    StoredMessage.class)
                .setParameter("mailbox", mailbox)
                .setParameter("uid", from)
                .setMaxResults(most)
                .getResultList());
  }

  /** A message from its first octet, trace and content; one chunk of it is in memory. */
  public InputStream open(StoredMessage message) {
    return new StoredOctets(
        database, new Trace(message.trace()), message.content().id(), message.content().size());
  }

  /** A message with its content; empty when it is gone. */
  public Optional<StoredMessage> message(long mailbox, long uid) {
    return messages(mailbox, uid, 1).stream().filter(message -> message.uid() == uid).findAny();
  }

  /** Numbers and sizes of the messages in a mailbox; empty when there is no such mailbox. */
  public Optional<MessageList> list(long account, String name) {
    return database.read(
        entities ->
            HeldAccount.find(entities, account, name)
                .map(mailbox -> MessageList.of(mailbox, entities)));
  }

  /**
   * Deletes messages of a mailbox, all in one database transaction. What is gone already doesn't
   * matter.
   */
  public void expunge(long account, long mailbox, List<Long> uids) {
    NumberSet set = NumberSet.of(uids.stream().mapToLong(Long::longValue).toArray());
    changes.run(account, held -> new Expunging(held, held.mailbox(mailbox)).expunge(set));
  }

  /**
   * Forgets filings that are older than {@link #FILINGS_KEPT}, and contents that no message has any
   * more.
   *
   * @return how many contents went
   */
  public int clean() {
    database.change(
        entities ->
            entities
                .createQuery("delete from Filing f where f.filed < :time")
                .setParameter("time", clock.instant().minus(FILINGS_KEPT))
                .executeUpdate());
    return database.change(
        entities -> {
          List<Long> unused =
              entities
                  .createQuery(
                      "select c.id from MessageContent c where not exists"
                          + " (select 1 from StoredMessage m where m.content = c)",
                      Long.class)
                  .setMaxResults(1000)
                  .getResultList();
          if (!unused.isEmpty()) {
            delete("ContentChunk c where c.contentId", unused, entities);
            delete("ContentText c where c.contentId", unused, entities);
            delete("MessageContent c where c.id", unused, entities);
          }
          return unused.size();
        });
  }

  private static void delete(String what, List<Long> ids, EntityManager entities) {
    entities
        .createQuery("delete from " + what + " in :ids")
        .setParameter("ids", ids)
        .executeUpdate();
  }
}
