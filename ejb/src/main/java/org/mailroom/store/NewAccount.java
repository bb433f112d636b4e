package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.SpecialUse;

/** An account's first day in the store: it gets an inbox and a mailbox for each special use. */
record NewAccount(MailAccount account, List<Mailbox> mailboxes) {

  /**
   * Makes it.
   *
   * @param address for people who look into the database
   * @param second since 1970: the first UIDVALIDITY
   */
  static NewAccount make(EntityManager entities, long id, String address, long second) {
    MailAccount account = new MailAccount(id, address, second);
    entities.persist(account);
    entities.flush();
    List<Mailbox> all = new ArrayList<>();
    all.add(make(entities, account, MailboxName.INBOX, Optional.empty()));
    for (SpecialUse use : SpecialUse.values()) {
      all.add(make(entities, account, use.mailbox(), Optional.of(use)));
    }
    return new NewAccount(account, all);
  }

  private static Mailbox make(
      EntityManager entities, MailAccount account, MailboxName name, Optional<SpecialUse> use) {
    Mailbox mailbox = new Mailbox(account, name.text(), use);
    entities.persist(mailbox);
    entities.persist(new Subscription(new Subscription.Key(account.accountId(), name.text())));
    return mailbox;
  }
}
