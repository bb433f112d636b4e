package org.mailroom.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.mailbox.SystemFlag;

/**
 * The messages of a mailbox at one time, without their content. A value: what a change doesn't
 * touch is shared by the index before it and the one after it, in pieces of some hundred messages.
 */
public final class MailboxIndex {

  /** Messages of a piece. */
  static final int PIECE = 512;

  private final long mailbox;
  private final long uidValidity;
  private final long uidNext;
  private final long highestModseq;
  private final List<MessageSummary[]> pieces;

  /** Sees messages. */
  @FunctionalInterface
  public interface Visitor<E extends Exception> {
    /**
     * One of them.
     *
     * @return false when no more are wanted
     */
    boolean visit(MessageSummary message) throws E;
  }

  private MailboxIndex(
      long mailbox,
      long uidValidity,
      long uidNext,
      long highestModseq,
      List<MessageSummary[]> pieces) {
    this.mailbox = mailbox;
    this.uidValidity = uidValidity;
    this.uidNext = uidNext;
    this.highestModseq = highestModseq;
    this.pieces = pieces;
  }

  /** Nothing, before anything has happened in the mailbox. */
  static MailboxIndex begin(long mailbox, long uidValidity) {
    return new MailboxIndex(mailbox, uidValidity, 1, 0, List.of());
  }

  /** As the mailbox is now, when it was like this before. */
  MailboxIndex upTo(Mailbox now, HeldAccount account) {
    if (now.highestModseq() == highestModseq && now.uidNext() == uidNext) {
      return this;
    }
    List<MessageSummary> changed =
        MessageSummary.changedSince(highestModseq, now.id(), account.entities());
    NumberSet expunged =
        highestModseq == 0
            ? NumberSet.NONE
            : MailboxChanges.expungedSince(highestModseq, now.id(), account.entities());
    return with(changed, expunged, now.uidNext(), now.highestModseq());
  }

  /** The same with these in place of those of the same UID, or behind all; and without some. */
  MailboxIndex with(
      List<MessageSummary> changed, NumberSet expunged, long nowUidNext, long nowHighestModseq) {
    NavigableMap<Long, MessageSummary> left = new TreeMap<>();
    changed.forEach(message -> left.put(message.uid(), message));
    List<MessageSummary[]> all = new ArrayList<>(pieces.size() + 1);
    for (MessageSummary[] piece : pieces) {
      long first = piece[0].uid();
      long last = piece[piece.length - 1].uid();
      NavigableMap<Long, MessageSummary> changes = left.subMap(first, true, last, true);
      NumberSet gone = expunged.and(NumberSet.range(first, last));
      MessageSummary[] now =
          changes.isEmpty() && gone.isEmpty() ? piece : with(changes, gone, piece);
      if (now.length > 0) {
        all.add(now);
      }
      changes.clear();
    }
    append(left.values().toArray(new MessageSummary[0]), all);
    return new MailboxIndex(mailbox, uidValidity, nowUidNext, nowHighestModseq, all);
  }

  private static MessageSummary[] with(
      NavigableMap<Long, MessageSummary> changes, NumberSet gone, MessageSummary[] piece) {
    return Arrays.stream(piece)
        .filter(message -> !gone.contains(message.uid()))
        .map(message -> changes.getOrDefault(message.uid(), message))
        .toArray(MessageSummary[]::new);
  }

  /** Fills the last piece before it begins others. */
  private static void append(MessageSummary[] added, List<MessageSummary[]> all) {
    int from = 0;
    while (from < added.length) {
      MessageSummary[] last = all.isEmpty() ? new MessageSummary[PIECE] : all.get(all.size() - 1);
      boolean begins = last.length >= PIECE;
      int before = begins ? 0 : last.length;
      int some = Math.min(PIECE - before, added.length - from);
      MessageSummary[] piece =
          begins ? new MessageSummary[some] : Arrays.copyOf(last, before + some);
      System.arraycopy(added, from, piece, before, some);
      if (begins) {
        all.add(piece);
      } else {
        all.set(all.size() - 1, piece);
      }
      from += some;
    }
  }

  /** What has happened since an earlier one. */
  MailboxChanges changesSince(long modseq, HeldAccount account) {
    List<MessageState> changed = new ArrayList<>();
    for (MessageSummary[] piece : pieces) {
      for (MessageSummary message : piece) {
        if (message.modseq() > modseq) {
          changed.add(message.state());
        }
      }
    }
    return new MailboxChanges(
        highestModseq,
        uidNext,
        changed,
        MailboxChanges.expungedSince(modseq, mailbox, account.entities()));
  }

  /** Of the mailbox that it is of: another one's of the same name differs. */
  public long uidValidity() {
    return uidValidity;
  }

  /** What the next message gets, or a higher one. */
  public long uidNext() {
    return uidNext;
  }

  /** Of the last change. */
  public long highestModseq() {
    return highestModseq;
  }

  /** The mailbox that it is of. */
  long mailbox() {
    return mailbox;
  }

  /** How many messages there are. */
  long count() {
    return pieces.stream().mapToLong(piece -> piece.length).sum();
  }

  /** The UIDs of all messages. */
  public NumberSet uids() {
    NumberSet.Builder uids = new NumberSet.Builder();
    for (MessageSummary[] piece : pieces) {
      for (MessageSummary message : piece) {
        uids.add(message.uid());
      }
    }
    return uids.build();
  }

  /** The lowest UID without {@code \Seen}. */
  public OptionalLong firstUnseen() {
    return pieces.stream()
        .flatMap(Arrays::stream)
        .filter(message -> !message.flags().has(SystemFlag.SEEN))
        .mapToLong(MessageSummary::uid)
        .findFirst();
  }

  /** Those of all messages. */
  public Set<String> keywords() {
    Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (MessageSummary[] piece : pieces) {
      for (MessageSummary message : piece) {
        all.addAll(message.flags().keywords());
      }
    }
    return all;
  }

  /** True when it is known of each of these messages on which day it was sent. */
  public boolean knowsSentOn(NumberSet uids) {
    boolean[] known = {true};
    visit(uids, message -> known[0] = message.sentDay() != MessageSummary.UNREAD);
    return known[0];
  }

  /** Messages by UID, the lowest first; those that aren't there are left out. */
  List<MessageSummary> messages(NumberSet uids) {
    List<MessageSummary> messages = new ArrayList<>();
    visit(uids, messages::add);
    return messages;
  }

  /** Shows messages by UID, the lowest first; those that aren't there are left out. */
  public <E extends Exception> void visit(NumberSet uids, Visitor<E> visitor) throws E {
    if (uids.isEmpty()) {
      return;
    }
    int range = 0;
    for (MessageSummary[] piece : pieces) {
      if (piece[piece.length - 1].uid() < uids.first(range)) {
        continue;
      }
      for (MessageSummary message : piece) {
        while (uids.last(range) < message.uid()) {
          range++;
          if (range == uids.ranges()) {
            return;
          }
        }
        if (message.uid() >= uids.first(range) && !visitor.visit(message)) {
          return;
        }
      }
    }
  }
}
