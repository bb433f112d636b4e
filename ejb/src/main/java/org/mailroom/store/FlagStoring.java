package org.mailroom.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.mailroom.mailbox.FlagChange;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.NumberSet;

/**
 * Changes flags of messages in one mailbox. Writes only those that become others, in a statement
 * for all that become the same.
 */
final class FlagStoring {

  private final HeldAccount account;
  private final Mailbox mailbox;
  private final Map<MessageFlags, MessageFlags> results = new HashMap<>();
  private final Map<MessageFlags, NumberSet.Builder> changed = new HashMap<>();
  private final NumberSet.Builder modified = new NumberSet.Builder();
  private long modseq;

  FlagStoring(HeldAccount account, Mailbox mailbox) {
    this.account = account;
    this.mailbox = mailbox;
  }

  /**
   * Changes them.
   *
   * @param unchangedSince those that have changed after it are left alone
   */
  StoredFlags store(NumberSet uids, FlagChange change, OptionalLong unchangedSince) {
    long since = unchangedSince.orElse(Long.MAX_VALUE);
    List<MessageState> states = new ArrayList<>();
    for (MessageState state : MessageState.of(account.entities(), mailbox.id(), uids)) {
      if (state.modseq() > since) {
        modified.add(state.uid());
      } else {
        states.add(after(state, change));
      }
    }
    changed.forEach((flags, which) -> write(flags, which.build()));
    return new StoredFlags(states, modified.build());
  }

  private MessageState after(MessageState state, FlagChange change) {
    MessageFlags after = results.computeIfAbsent(state.flags(), before -> result(before, change));
    if (after.equals(state.flags())) {
      return state;
    }
    if (modseq == 0) {
      modseq = account.newModseq(mailbox);
    }
    changed.computeIfAbsent(after, flags -> new NumberSet.Builder()).add(state.uid());
    return new MessageState(state.uid(), modseq, after);
  }

  private static MessageFlags result(MessageFlags before, FlagChange change) {
    MessageFlags after = change.applyTo(before);
    if (!before.keywords().containsAll(after.keywords())) {
      KeywordLimit.check(after);
    }
    return after;
  }

  private void write(MessageFlags flags, NumberSet uids) {
    for (UidPiece piece : UidPiece.of(uids)) {
      piece
          .bind(
              account
                  .entities()
                  .createQuery(
                      "update StoredMessage m set m.flags = :flags, m.keywords = :keywords,"
                          + " m.modseq = :modseq where m.mailboxId = :mailbox and "
                          + piece.where("m.uid")))
          .setParameter("flags", flags.system())
          .setParameter("keywords", flags.keywordText())
          .setParameter("modseq", modseq)
          .setParameter("mailbox", mailbox.id())
          .executeUpdate();
    }
  }
}
