package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.mailbox.SpecialUse;
import org.mailroom.store.MailboxRefusedException.Reason;

/** The mailboxes of an account, to be made, renamed and deleted in one database transaction. */
final class MailboxTree {

  /** Mailboxes of an account, and names that its clients show. */
  static final int MOST = 5_000;

  private final HeldAccount account;
  private final EntityManager entities;
  private final Map<String, Mailbox> byName = new HashMap<>();

  MailboxTree(HeldAccount account) {
    this.account = account;
    this.entities = account.entities();
    account.mailboxes().forEach(mailbox -> byName.put(mailbox.name(), mailbox));
  }

  /** Makes a mailbox, and those above it that are not there. */
  Mailbox create(MailboxName name, Optional<SpecialUse> use) {
    refuseIfThere(name);
    if (use.isPresent() && byName.values().stream().anyMatch(b -> b.specialUse().equals(use))) {
      throw new MailboxRefusedException(Reason.CANNOT, "Another mailbox has that use");
    }
    createAbove(name);
    return add(name, use);
  }

  /** Deletes a mailbox, and what is remembered of its messages. */
  void delete(MailboxName name) {
    if (name.isInbox()) {
      throw new MailboxRefusedException(Reason.CANNOT, "The inbox can't be deleted");
    }
    Mailbox mailbox = existing(name);
    if (byName.keySet().stream().anyMatch(other -> isBelow(other, name))) {
      throw new MailboxRefusedException(Reason.HASCHILDREN, "There are mailboxes below it");
    }
    Object[] found =
        entities
            .createQuery(
                "select count(m), coalesce(sum(m.size), 0) from StoredMessage m"
                    + " where m.mailboxId = :mailbox",
                Object[].class)
            .setParameter("mailbox", mailbox.id())
            .getSingleResult();
    for (String rows : List.of("StoredMessage", "ExpungedMessage", "Filing")) {
      entities
          .createQuery("delete from " + rows + " r where r.mailboxId = :mailbox")
          .setParameter("mailbox", mailbox.id())
          .executeUpdate();
    }
    entities.remove(mailbox);
    account.row().remove(((Number) found[1]).longValue(), ((Number) found[0]).longValue());
    account.gone(mailbox);
  }

  /** Renames a mailbox with all below it; of the inbox, moves the messages to a new one. */
  void rename(MailboxName from, MailboxName to) {
    Mailbox mailbox = existing(from);
    if (from.isInbox()) {
      Mailbox made = create(to, Optional.empty());
      new Copying(account, mailbox, made).move(NumberSet.range(1, NumberSet.HIGHEST));
      return;
    }
    refuseIfThere(to);
    if (to.isBelow(from)) {
      throw new MailboxRefusedException(Reason.CANNOT, "A mailbox can't be below itself");
    }
    createAbove(to);
    renameAll(from, to);
  }

  /** Shorter names first: theirs are free when those below take them. */
  private void renameAll(MailboxName from, MailboxName to) {
    List<Mailbox> moving =
        byName.values().stream()
            .filter(mailbox -> mailbox.name().equals(from.text()) || isBelow(mailbox.name(), from))
            .sorted(Comparator.comparingInt(mailbox -> mailbox.name().length()))
            .toList();
    moving.forEach(mailbox -> byName.remove(mailbox.name()));
    List<MailboxName> names = new ArrayList<>();
    for (Mailbox mailbox : moving) {
      names.add(moved(MailboxName.of(mailbox.name()), from, to));
    }
    names.forEach(this::refuseIfThere);
    for (int i = 0; i < moving.size(); i++) {
      moving.get(i).rename(names.get(i).text());
      entities.flush();
    }
  }

  private static MailboxName moved(MailboxName name, MailboxName from, MailboxName to) {
    try {
      return name.moved(from, to);
    } catch (IllegalArgumentException e) {
      throw new MailboxRefusedException(Reason.CANNOT, "A name below it would be too long");
    }
  }

  private void createAbove(MailboxName name) {
    for (MailboxName above : name.ancestors()) {
      if (!byName.containsKey(above.text())) {
        add(above, Optional.empty());
      }
    }
  }

  private Mailbox add(MailboxName name, Optional<SpecialUse> use) {
    if (byName.size() >= MOST) {
      throw new MailboxRefusedException(Reason.LIMIT, "There are too many mailboxes");
    }
    Mailbox mailbox = new Mailbox(account.row(), name.text(), use);
    entities.persist(mailbox);
    byName.put(name.text(), mailbox);
    return mailbox;
  }

  private Mailbox existing(MailboxName name) {
    return Optional.ofNullable(byName.get(name.text()))
        .orElseThrow(MailboxRefusedException::nonexistent);
  }

  private void refuseIfThere(MailboxName name) {
    if (byName.containsKey(name.text())) {
      throw new MailboxRefusedException(Reason.ALREADYEXISTS, "There is such a mailbox already");
    }
  }

  private static boolean isBelow(String name, MailboxName above) {
    return name.startsWith(above.text() + MailboxName.SEPARATOR);
  }
}
