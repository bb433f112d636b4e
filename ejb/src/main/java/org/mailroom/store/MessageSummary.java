package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.MessageFlags;

/**
 * What is known of a message without its content.
 *
 * @param modseq of its last change
 * @param internalDate when it came
 * @param size octets of trace and content
 * @param sentDay when it was sent, in days since 1970; {@link #UNREAD} when nobody has looked
 * @param contentId what follows the trace
 */
public record MessageSummary(
    long uid,
    long modseq,
    MessageFlags flags,
    Instant internalDate,
    int sentDay,
    long size,
    long contentId) {

  /** No day. */
  static final int UNREAD = Integer.MIN_VALUE;

  private static final String CHANGED_SINCE =
      "select m.uid, m.modseq, m.flags, m.keywords, m.internalDate, m.sentOn, m.size, m.content.id"
          + " from StoredMessage m"
          + " where m.mailboxId = :mailbox and m.modseq > :modseq order by m.uid";

  /** Of messages that are new or have changed since, by UID; most of them have the same flags. */
  static List<MessageSummary> changedSince(long modseq, long mailbox, EntityManager entities) {
    KnownFlags known = new KnownFlags();
    List<MessageSummary> all = new ArrayList<>();
    entities
        .createQuery(CHANGED_SINCE, Object[].class)
        .setParameter("mailbox", mailbox)
        .setParameter("modseq", modseq)
        .getResultList()
        .forEach(row -> all.add(of(row, known)));
    return all;
  }

  /** The day on which it was sent: what it says, else when it came. Empty when it is unread. */
  public Optional<LocalDate> sentOn() {
    return sentDay == UNREAD ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(sentDay));
  }

  /** Its flags. */
  MessageState state() {
    return new MessageState(uid, modseq, flags);
  }

  private static MessageSummary of(Object[] row, KnownFlags known) {
    return new MessageSummary(
        (Long) row[0],
        (Long) row[1],
        known.of((Integer) row[2], (String) row[3]),
        (Instant) row[4],
        row[5] == null ? UNREAD : (Integer) row[5],
        (Long) row[6],
        (Long) row[7]);
  }
}
