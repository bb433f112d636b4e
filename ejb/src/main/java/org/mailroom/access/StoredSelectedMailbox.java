package org.mailroom.access;

import static org.mailroom.access.StoreAccess.ask;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mailroom.database.DatabaseException;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.SelectedMailbox;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.Wanted.Detail;
import org.mailroom.mailbox.FlagChange;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.store.CopiedMessages;
import org.mailroom.store.MailQuota;
import org.mailroom.store.MailboxChanges;
import org.mailroom.store.MailboxIndex;
import org.mailroom.store.MailboxNews;
import org.mailroom.store.MessageBatches;
import org.mailroom.store.MessageRow;
import org.mailroom.store.MessageState;
import org.mailroom.store.Reading;
import org.mailroom.store.StoredFlags;
import org.mailroom.text.RequiredText;

/** A mailbox in the store; watched from the beginning, so that no change is missed. */
final class StoredSelectedMailbox implements SelectedMailbox {

  private final StoreAccess store;
  private final long account;
  private final long mailbox;
  private final MailboxName name;
  private final Supplier<MailQuota> quota;
  private final MailboxNews.Watch watch;
  private MailboxIndex index;

  StoredSelectedMailbox(
      StoreAccess store, long account, long mailbox, MailboxName name, Supplier<MailQuota> quota) {
    this.store = store;
    this.account = account;
    this.mailbox = mailbox;
    this.name = name;
    this.quota = quota;
    this.watch = store.news().watch(mailbox);
  }

  @Override
  public MailboxName name() {
    return name;
  }

  @Override
  public Snapshot snapshot() throws MailboxException {
    index = ask(() -> store.messages().index(account, mailbox));
    return new Snapshot(
        index.uidValidity(),
        index.uidNext(),
        index.highestModseq(),
        index.uids(),
        index.firstUnseen(),
        index.keywords());
  }

  @Override
  public boolean hasChangedSince(long modseq) {
    return watch.hasChangedSince(modseq);
  }

  @Override
  public Changes changesSince(long modseq) throws MailboxException {
    MailboxChanges all = ask(() -> store.messages().changesSince(account, mailbox, modseq));
    return new Changes(all.highestModseq(), all.uidNext(), states(all.changed()), all.expunged());
  }

  @Override
  public void onChange(Runnable listener) {
    watch.onChange(listener);
  }

  @Override
  public <E extends Exception> void visit(NumberSet uids, Wanted wanted, Visitor<E> visitor)
      throws MailboxException, E {
    MailboxIndex now = current();
    boolean readsSent = wanted.has(Detail.SENT) && !now.knowsSentOn(uids);
    Reading reading =
        new Reading(
            readsSent ? Wanted.all(Stream.of(wanted, Wanted.of(Detail.STRUCTURE))) : wanted);
    if (reading.isOfContents()) {
      visit(store.messages().read(now, uids, reading), visitor);
    } else {
      now.visit(uids, message -> visitor.visit(new SummaryData(message)));
    }
  }

  /** What is known of the messages now. */
  private MailboxIndex current() throws MailboxException {
    if (index == null || watch.hasChangedSince(index.highestModseq())) {
      index = ask(() -> store.messages().index(account, mailbox));
    }
    return index;
  }

  private static <E extends Exception> void visit(MessageBatches batches, Visitor<E> visitor)
      throws MailboxException, E {
    List<MessageRow> rows = ask(batches::next);
    while (!rows.isEmpty()) {
      for (MessageRow row : rows) {
        if (!show(row, visitor)) {
          return;
        }
      }
      rows = ask(batches::next);
    }
  }

  /** A visitor that asks for a large structure asks the database. */
  private static <E extends Exception> boolean show(MessageRow row, Visitor<E> visitor)
      throws MailboxException, E {
    try {
      return visitor.visit(new StoredMessageData(row));
    } catch (DatabaseException e) {
      throw StoreAccess.unavailable(e);
    }
  }

  @Override
  public NumberSet mayContain(NumberSet uids, RequiredText text) throws MailboxException {
    MailboxIndex now = current();
    return ask(() -> store.texts().mayContain(now, uids, text));
  }

  @Override
  public Stored store(NumberSet uids, FlagChange change, OptionalLong unchangedSince)
      throws MailboxException {
    StoredFlags stored =
        ask(() -> store.messages().store(account, mailbox, uids, change, unchangedSince));
    return new Stored(states(stored.states()), stored.modified());
  }

  @Override
  public NumberSet expunge(NumberSet among) throws MailboxException {
    return ask(() -> store.messages().expunge(account, mailbox, among));
  }

  @Override
  public Copied copy(NumberSet uids, MailboxName target) throws MailboxException {
    return copied(ask(() -> store.messages().copy(account, mailbox, uids, target, quota.get())));
  }

  @Override
  public Copied move(NumberSet uids, MailboxName target) throws MailboxException {
    return copied(ask(() -> store.messages().move(account, mailbox, uids, target)));
  }

  private static Copied copied(CopiedMessages messages) {
    return new Copied(messages.uidValidity(), messages.from(), messages.to());
  }

  private static List<State> states(List<MessageState> states) {
    return states.stream()
        .map(state -> new State(state.uid(), state.modseq(), state.flags()))
        .toList();
  }

  @Override
  public void close() {
    watch.close();
  }
}
