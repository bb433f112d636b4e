package org.mailroom.console.traces;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.mail.QueueId;
import org.mailroom.tracking.store.TraceQuery;

/**
 * A search, read.
 *
 * @param from accepted then or later
 * @param to accepted before
 * @param sender a pattern; empty for all
 * @param recipient a pattern; empty for all
 * @param either a pattern for the sender or the recipient; empty for all
 * @param subject words; empty for all
 * @param id of a mail
 * @param client an IP address; empty for all
 * @param outcome a word or a status; empty for all
 * @param span how far back it looks, when nobody said it
 */
record TraceQuestion(
    Optional<Instant> from,
    Optional<Instant> to,
    String sender,
    String recipient,
    String either,
    String subject,
    Optional<QueueId> id,
    String client,
    String outcome,
    Optional<Duration> span) {

  /** As the database is asked. */
  TraceQuery query(String after, int size) {
    return new TraceQuery(from, to, sender, recipient, subject, id, after, size, client, outcome);
  }
}
