package org.mailroom.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.mail.QueueId;

/**
 * Mails that are filed in one database transaction. All that it needs to know is asked once for all
 * of them, and accounts are held in one order, so that two batches never wait for each other.
 */
final class FilingBatch {

  private record Place(long account, String name) {}

  private final EntityManager entities;
  private final Map<QueueId, String> structures;
  private final Instant now;
  private final Map<Long, MailAccount> accounts = new HashMap<>();
  private final Map<Place, Mailbox> mailboxes = new HashMap<>();
  private final Map<String, MessageContent> contents = new HashMap<>();
  private final Set<Filing.Key> filed = new HashSet<>();

  FilingBatch(EntityManager entities, Map<QueueId, String> structures, Instant now) {
    this.entities = entities;
    this.structures = structures;
    this.now = now;
  }

  /**
   * Reads what these mails need, and no more: an account may have hundreds of mailboxes, and a mail
   * with thousands of recipients may have been filed for most of them.
   */
  void prepare(List<MailToFile> mails) {
    List<Long> owners = mails.stream().map(MailToFile::account).distinct().sorted().toList();
    List<String> names = mails.stream().map(MailToFile::mailbox).distinct().sorted().toList();
    List<String> ids = mails.stream().map(mail -> mail.id().text()).distinct().sorted().toList();
    List<String> parts = mails.stream().map(MailToFile::part).distinct().sorted().toList();
    select(
            "MailAccount e where e.accountId in :all order by e.accountId",
            MailAccount.class,
            owners)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .forEach(account -> accounts.put(account.accountId(), account));
    select("Mailbox e where e.accountId in :all and e.name in :names", Mailbox.class, owners)
        .setParameter("names", names)
        .getResultList()
        .forEach(box -> mailboxes.put(new Place(box.accountId(), box.name()), box));
    select("Filing e where e.queueId in :all and e.part in :parts", Filing.class, ids)
        .setParameter("parts", parts)
        .getResultList()
        .forEach(filing -> filed.add(filing.key()));
    select("MessageContent e where e.queueId in :all", MessageContent.class, ids)
        .getResultList()
        .forEach(content -> contents.put(content.queueId(), content));
  }

  private <T> TypedQuery<T> select(String from, Class<T> type, List<?> all) {
    return entities.createQuery("select e from " + from, type).setParameter("all", all);
  }

  FilingResult file(MailToFile mail) {
    MailAccount account = accounts.computeIfAbsent(mail.account(), id -> newAccount(mail));
    Place place = new Place(mail.account(), mail.mailbox());
    Mailbox known = mailboxes.get(place);
    if (known != null && filed.contains(key(known, mail))) {
      return FilingResult.FILED_BEFORE;
    }
    Trace trace = Trace.of(mail.from(), mail.to());
    long size = trace.size() + mail.content().size();
    if (!account.use().hasRoom(size, mail.quotaOctets(), mail.quotaMessages())) {
      return FilingResult.OVER_QUOTA;
    }
    Mailbox mailbox = mailboxes.computeIfAbsent(place, p -> newMailbox(account, p.name()));
    MessageContent content = contents.computeIfAbsent(mail.id().text(), id -> newContent(mail));
    entities.persist(new StoredMessage(mailbox, now, trace, content));
    Filing.Key key = key(mailbox, mail);
    entities.persist(new Filing(key, now));
    filed.add(key);
    account.add(size);
    return FilingResult.FILED;
  }

  /** What the accounts of the batch use after it. */
  Map<Long, AccountUse> uses() {
    Map<Long, AccountUse> uses = new HashMap<>();
    accounts.forEach((id, account) -> uses.put(id, account.use()));
    return uses;
  }

  private static Filing.Key key(Mailbox mailbox, MailToFile mail) {
    return new Filing.Key(mailbox.id(), mail.id().text(), mail.part());
  }

  private MailAccount newAccount(MailToFile mail) {
    MailAccount account =
        new MailAccount(mail.account(), mail.address().toString(), now.getEpochSecond());
    entities.persist(account);
    entities.flush();
    return account;
  }

  private Mailbox newMailbox(MailAccount account, String name) {
    Mailbox mailbox = new Mailbox(account, name);
    entities.persist(mailbox);
    return mailbox;
  }

  private MessageContent newContent(MailToFile mail) {
    MessageContent content =
        new MessageContent(mail.id(), mail.content().size(), structures.get(mail.id()));
    entities.persist(content);
    try (InputStream in = mail.content().open()) {
      int number = 0;
      byte[] octets = in.readNBytes(ContentChunk.SIZE);
      while (octets.length > 0) {
        ContentChunk chunk = new ContentChunk(content.id(), number, octets);
        entities.persist(chunk);
        number++;
        if (octets.length == ContentChunk.SIZE) {
          entities.flush();
          entities.detach(chunk);
        }
        octets = in.readNBytes(ContentChunk.SIZE);
      }
    } catch (IOException e) {
      throw new ContentUnreadableException(e);
    }
    return content;
  }
}
