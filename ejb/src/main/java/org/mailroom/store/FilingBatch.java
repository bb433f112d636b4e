package org.mailroom.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mail.QueueId;

/**
 * Mails that are filed in one database transaction. All that it needs to know is asked once for all
 * of them, and accounts are held in one order, so that two batches never wait for each other.
 */
final class FilingBatch {

  private record Place(long account, String name) {}

  private final EntityManager entities;
  private final Map<QueueId, ContentSummary> summaries;
  private final Instant now;
  private final Map<Long, MailAccount> accounts = new HashMap<>();
  private final Map<Place, Mailbox> mailboxes = new HashMap<>();
  private final Map<String, MessageContent> contents = new HashMap<>();
  private final Set<Filing.Key> filed = new HashSet<>();
  private final Map<Long, Long> news = new HashMap<>();

  FilingBatch(EntityManager entities, Map<QueueId, ContentSummary> summaries, Instant now) {
    this.entities = entities;
    this.summaries = summaries;
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
    if (!account.use().hasRoom(size, 1, mail.quota())) {
      return FilingResult.OVER_QUOTA;
    }
    Mailbox mailbox = mailboxes.computeIfAbsent(place, p -> newMailbox(account, p.name()));
    MessageContent content = contents.computeIfAbsent(mail.id().text(), id -> newContent(mail));
    LocalDate sentOn = summaries.get(mail.id()).sentOn(now);
    entities.persist(new StoredMessage(mailbox, now, sentOn, trace, content));
    Filing.Key key = key(mailbox, mail);
    entities.persist(new Filing(key, now));
    filed.add(key);
    account.add(size, 1);
    news.put(mailbox.id(), mailbox.highestModseq());
    return FilingResult.FILED;
  }

  /** What the accounts of the batch use after it. */
  Map<Long, AccountUse> uses() {
    Map<Long, AccountUse> uses = new HashMap<>();
    accounts.forEach((id, account) -> uses.put(id, account.use()));
    return uses;
  }

  /** The last modification sequences of the mailboxes that got mail. */
  Map<Long, Long> news() {
    return news;
  }

  private static Filing.Key key(Mailbox mailbox, MailToFile mail) {
    return new Filing.Key(mailbox.id(), mail.id().text(), mail.part());
  }

  private MailAccount newAccount(MailToFile mail) {
    NewAccount made =
        NewAccount.make(entities, mail.account(), mail.address().toString(), now.getEpochSecond());
    made.mailboxes().forEach(box -> mailboxes.put(new Place(mail.account(), box.name()), box));
    return made.account();
  }

  private Mailbox newMailbox(MailAccount account, String name) {
    Mailbox mailbox = new Mailbox(account, name, Optional.empty());
    entities.persist(mailbox);
    Subscription.Key shown = new Subscription.Key(account.accountId(), name);
    if (entities.find(Subscription.class, shown) == null) {
      entities.persist(new Subscription(shown));
    }
    return mailbox;
  }

  private MessageContent newContent(MailToFile mail) {
    return ContentWriter.write(
        entities, Optional.of(mail.id()), mail.content(), summaries.get(mail.id()));
  }
}
