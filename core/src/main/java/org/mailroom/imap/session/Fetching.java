package org.mailroom.imap.session;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.MessageData;
import org.mailroom.imap.SelectedMailbox;
import org.mailroom.imap.fetch.FetchException;
import org.mailroom.imap.fetch.FetchItems;
import org.mailroom.mailbox.FlagChange;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.mailbox.SystemFlag;

/** Tells of each message that it sees, and then marks as seen those that the client has read. */
final class Fetching implements SelectedMailbox.Visitor<IOException> {

  private static final MessageFlags SEEN = new MessageFlags(SystemFlag.SEEN.bit(), Set.of());

  private final ImapSession session;
  private final Selection selection;
  private final FetchItems items;
  private final long changedSince;
  private final boolean setsSeen;
  private final NumberSet.Builder read = new NumberSet.Builder();
  private long met;
  private Optional<FetchException> refusal = Optional.empty();

  /**
   * Begins.
   *
   * @param changedSince only messages that have changed after this are told of
   */
  Fetching(ImapSession session, FetchItems items, long changedSince) {
    this.session = session;
    this.selection = session.selection();
    this.items = items;
    this.changedSince = changedSince;
    this.setsSeen = items.setsSeen() && !selection.isReadOnly();
  }

  @Override
  public boolean visit(MessageData message) throws IOException {
    met++;
    int number = selection.numbering().number(message.uid());
    if (number > 0 && message.modseq() > changedSince) {
      tell(message, number);
    }
    return true;
  }

  private void tell(MessageData message, int number) throws IOException {
    try {
      items.check(message);
      session.out().text("* ").number(number).text(" FETCH (");
      items.write(message, session.out());
      session.out().text(")").end();
    } catch (FetchException e) {
      refusal = Optional.of(e);
      return;
    }
    if (setsSeen && !message.flags().has(SystemFlag.SEEN)) {
      read.add(message.uid());
    }
  }

  /**
   * Ends.
   *
   * @param expected how many messages there must have been
   */
  Completion complete(long expected) throws MailboxException {
    NumberSet seen = read.build();
    if (!seen.isEmpty()) {
      FlagChange change = new FlagChange(FlagChange.Kind.ADD, SEEN);
      selection.mailbox().store(seen, change, OptionalLong.empty());
    }
    if (refusal.isPresent()) {
      return Completion.no(refusal.get().code(), refusal.get().getMessage());
    }
    return met < expected
        ? Completion.no("EXPUNGEISSUED", "Some messages were deleted by another session")
        : Completion.DONE;
  }
}
