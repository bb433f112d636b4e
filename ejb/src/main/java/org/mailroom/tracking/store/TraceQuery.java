package org.mailroom.tracking.store;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.mail.QueueId;

/**
 * Which mails are searched for: those that fulfil all of it.
 *
 * @param from accepted then or later
 * @param to accepted before; empty for no end
 * @param sender a pattern, see {@link AddressPattern}; empty for all
 * @param recipient the same
 * @param subject words that the subject has; a word with a {@code *} behind it is the beginning of
 *     one; empty for all
 * @param id of a mail
 * @param after where the page before it ended, see {@link TraceRow#place}; empty for the first
 * @param size rows of a page, 1 to {@link #MAX_PAGE}
 * @param client the address of the client that sent it; empty for all
 * @param outcome what happened last, see {@link OutcomePattern}; empty for all
 */
public record TraceQuery(
    Optional<Instant> from,
    Optional<Instant> to,
    String sender,
    String recipient,
    String subject,
    Optional<QueueId> id,
    String after,
    int size,
    String client,
    String outcome) {

  /** Rows of a page, at most. */
  public static final int MAX_PAGE = 200;

  /** Refuses a page of another size. */
  public TraceQuery {
    if (size < 1 || size > MAX_PAGE) {
      throw new IllegalArgumentException("A page has 1 to " + MAX_PAGE + " rows");
    }
  }

  /** Mails of any client and outcome. */
  public TraceQuery(
      Optional<Instant> from,
      Optional<Instant> to,
      String sender,
      String recipient,
      String subject,
      Optional<QueueId> id,
      String after,
      int size) {
    this(from, to, sender, recipient, subject, id, after, size, "", "");
  }

  /** The same, behind a place. */
  public TraceQuery behind(String place, int rows) {
    return new TraceQuery(from, to, sender, recipient, subject, id, place, rows, client, outcome);
  }

  /** The same for another sender and recipient. */
  public TraceQuery of(String newSender, String newRecipient) {
    return new TraceQuery(
        from, to, newSender, newRecipient, subject, id, after, size, client, outcome);
  }
}
