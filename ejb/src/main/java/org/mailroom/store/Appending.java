package org.mailroom.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.store.MailboxRefusedException.Reason;

/** Puts messages of a client into a mailbox: all of them, or none. */
final class Appending {

  private final HeldAccount account;
  private final Mailbox mailbox;
  private final Instant now;

  Appending(HeldAccount account, Mailbox mailbox, Instant now) {
    this.account = account;
    this.mailbox = mailbox;
    this.now = now;
  }

  /**
   * Appends them.
   *
   * @param summaries of each, in their order
   * @throws ContentUnreadableException when octets can't be read
   */
  AppendedMessages append(
      List<MessageToAppend> messages, List<ContentSummary> summaries, MailQuota quota) {
    long size = messages.stream().mapToLong(message -> message.content().size()).sum();
    if (!account.row().use().hasRoom(size, messages.size(), quota)) {
      throw new MailboxRefusedException(Reason.OVERQUOTA, "The account has no room for it");
    }
    messages.forEach(message -> KeywordLimit.check(message.flags()));
    long modseq = messages.isEmpty() ? 0 : account.newModseq(mailbox);
    List<Long> uids = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      MessageToAppend message = messages.get(i);
      MessageContent content =
          ContentWriter.write(
              account.entities(), Optional.empty(), message.content(), summaries.get(i));
      Instant internalDate = message.internalDate().orElse(now);
      StoredMessage stored =
          new StoredMessage(
              mailbox,
              modseq,
              message.flags(),
              internalDate,
              summaries.get(i).sentOn(internalDate),
              Trace.NONE,
              content);
      account.entities().persist(stored);
      uids.add(stored.uid());
    }
    account.row().add(size, messages.size());
    return new AppendedMessages(mailbox.uidValidity(), uids);
  }
}
