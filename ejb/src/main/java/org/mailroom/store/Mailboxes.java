package org.mailroom.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.mail.Address;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.SpecialUse;
import org.mailroom.store.MailboxRefusedException.Reason;

/**
 * The mailboxes of accounts: which there are, and which clients show. Every change is on the disk
 * when its method returns; every method throws {@link DatabaseException} when the database doesn't
 * answer, and {@link MailboxRefusedException} when the account has no such mailbox.
 */
@Singleton
public class Mailboxes {

  private final Database database;
  private final AccountChanges changes;
  private final Clock clock;

  /** Those in this database. */
  @Inject
  public Mailboxes(Database database, AccountUses uses, MailboxNews news, Clock clock) {
    this.database = database;
    this.changes = new AccountChanges(database, uses, news);
    this.clock = clock;
  }

  /** Makes sure that an account has what every account has; comes before everything else. */
  public void open(long account, Address address) {
    if (isThere(account)) {
      return;
    }
    try {
      long second = clock.instant().getEpochSecond();
      database.change(entities -> NewAccount.make(entities, account, address.toString(), second));
    } catch (DatabaseException e) {
      // Its first mail may have come at the same time.
      if (!e.isOfData() || !isThere(account)) {
        throw e;
      }
    }
  }

  private boolean isThere(long account) {
    return database.read(entities -> entities.find(MailAccount.class, account) != null);
  }

  /** All of them. */
  public List<Mailbox> list(long account) {
    return database.read(entities -> HeldAccount.mailboxes(entities, account));
  }

  /** One of them. */
  public Mailbox find(long account, MailboxName name) {
    return database.read(entities -> find(entities, account, name));
  }

  /** How much there is in one of them. */
  public MailboxStatus status(long account, MailboxName name) {
    return database.read(entities -> MailboxStatus.of(entities, find(entities, account, name)));
  }

  private static Mailbox find(EntityManager entities, long account, MailboxName name) {
    return HeldAccount.find(entities, account, name.text())
        .orElseThrow(MailboxRefusedException::nonexistent);
  }

  /** What the account uses. */
  public AccountUse use(long account) {
    return database.read(
        entities ->
            Optional.ofNullable(entities.find(MailAccount.class, account))
                .map(MailAccount::use)
                .orElse(AccountUse.NOTHING));
  }

  /** Names that clients show. */
  public List<String> subscriptions(long account) {
    return database.read(
        entities ->
            entities
                .createQuery(
                    "select s.name from Subscription s where s.accountId = :account", String.class)
                .setParameter("account", account)
                .getResultList());
  }

  /** A name that clients show from now on, or don't; a mailbox of the name need not be there. */
  public void subscribe(long account, MailboxName name, boolean shown) {
    changes.run(account, held -> subscribe(held, name, shown));
  }

  private static void subscribe(HeldAccount held, MailboxName name, boolean shown) {
    EntityManager entities = held.entities();
    Subscription.Key key = new Subscription.Key(held.row().accountId(), name.text());
    Subscription known = entities.find(Subscription.class, key);
    if (known != null && !shown) {
      entities.remove(known);
    }
    if (known == null && shown) {
      Long count =
          entities
              .createQuery(
                  "select count(s) from Subscription s where s.accountId = :account", Long.class)
              .setParameter("account", key.accountId())
              .getSingleResult();
      if (count >= MailboxTree.MOST) {
        throw new MailboxRefusedException(Reason.LIMIT, "There are too many subscriptions");
      }
      entities.persist(new Subscription(key));
    }
  }

  /**
   * Makes a mailbox, and those above it that are not there.
   *
   * @throws MailboxRefusedException ALREADYEXISTS, LIMIT; CANNOT when another one has that use
   */
  public void create(long account, MailboxName name, Optional<SpecialUse> use) {
    changes.run(account, held -> new MailboxTree(held).create(name, use));
  }

  /**
   * Deletes a mailbox and its messages.
   *
   * @throws MailboxRefusedException NONEXISTENT, HASCHILDREN; CANNOT for the inbox
   */
  public void delete(long account, MailboxName name) {
    changes.run(account, held -> new MailboxTree(held).delete(name));
  }

  /**
   * Renames a mailbox and all below it. Of the inbox, its messages go to a new mailbox.
   *
   * @throws MailboxRefusedException NONEXISTENT, ALREADYEXISTS, LIMIT; CANNOT when it would be
   *     below itself
   */
  public void rename(long account, MailboxName from, MailboxName to) {
    changes.run(account, held -> new MailboxTree(held).rename(from, to));
  }
}
