package org.mailroom.access;

import static org.mailroom.access.StoreAccess.ask;
import static org.mailroom.access.StoreAccess.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.mailroom.database.DatabaseException;
import org.mailroom.imap.Capability;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.NewMessage;
import org.mailroom.imap.SelectedMailbox;
import org.mailroom.imap.UserMailboxes;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.SpecialUse;
import org.mailroom.store.AccountUse;
import org.mailroom.store.AppendedMessages;
import org.mailroom.store.MailQuota;
import org.mailroom.store.Mailbox;
import org.mailroom.store.MailboxRefusedException;
import org.mailroom.store.MailboxStatus;
import org.mailroom.store.MessageToAppend;

/** The mailboxes of an account in the store; those of others can't even be named. */
final class StoredMailboxes implements UserMailboxes {

  private final StoreAccess store;
  private final long account;
  private final Set<Capability> withheld;
  private final Supplier<MailQuota> quota;
  private final Runnable release;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Mailboxes of one session.
   *
   * @param withheld what its programs aren't told of
   * @param quota of the account, now
   * @param release gives the session's place back
   */
  StoredMailboxes(
      StoreAccess store,
      long account,
      Set<Capability> withheld,
      Supplier<MailQuota> quota,
      Runnable release) {
    this.store = store;
    this.account = account;
    this.withheld = withheld;
    this.quota = quota;
    this.release = release;
  }

  @Override
  public List<Entry> list() throws MailboxException {
    return ask(() -> store.mailboxes().list(account)).stream()
        .map(mailbox -> new Entry(MailboxName.of(mailbox.name()), mailbox.specialUse()))
        .sorted(Comparator.comparing(Entry::name))
        .toList();
  }

  @Override
  public Set<MailboxName> subscriptions() throws MailboxException {
    Set<MailboxName> names = new TreeSet<>();
    ask(() -> store.mailboxes().subscriptions(account))
        .forEach(name -> names.add(MailboxName.of(name)));
    return names;
  }

  @Override
  public void subscribe(MailboxName name, boolean shown) throws MailboxException {
    run(() -> store.mailboxes().subscribe(account, name, shown));
  }

  @Override
  public void create(MailboxName name, Optional<SpecialUse> use) throws MailboxException {
    run(() -> store.mailboxes().create(account, name, use));
  }

  @Override
  public void delete(MailboxName name) throws MailboxException {
    run(() -> store.mailboxes().delete(account, name));
  }

  @Override
  public void rename(MailboxName from, MailboxName to) throws MailboxException {
    run(() -> store.mailboxes().rename(account, from, to));
  }

  @Override
  public Status status(MailboxName name) throws MailboxException {
    MailboxStatus now = ask(() -> store.mailboxes().status(account, name));
    return new Status(
        now.uidValidity(),
        now.uidNext(),
        now.highestModseq(),
        now.messages(),
        now.unseen(),
        now.deleted(),
        now.size());
  }

  @Override
  public SelectedMailbox select(MailboxName name) throws MailboxException {
    Mailbox mailbox = ask(() -> store.mailboxes().find(account, name));
    return new StoredSelectedMailbox(store, account, mailbox.id(), name, quota);
  }

  @Override
  public NewMessage.Content take(InputStream octets) throws IOException {
    return SpooledMessage.take(octets, store.spool());
  }

  @Override
  public Appended append(MailboxName name, List<NewMessage> messages) throws MailboxException {
    List<MessageToAppend> all = messages.stream().map(SpooledMessage::toAppend).toList();
    try {
      AppendedMessages appended = store.messages().append(account, name, all, quota.get());
      return new Appended(appended.uidValidity(), appended.uids());
    } catch (MailboxRefusedException e) {
      throw StoreAccess.refused(e);
    } catch (DatabaseException | IOException e) {
      throw StoreAccess.unavailable(e);
    }
  }

  @Override
  public Set<Capability> withheld() {
    return withheld;
  }

  @Override
  public Quota quota() throws MailboxException {
    AccountUse use = ask(() -> store.mailboxes().use(account));
    MailQuota limit = quota.get();
    return new Quota(use.octets(), limit.octets(), use.messages(), limit.messages());
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      release.run();
    }
  }
}
