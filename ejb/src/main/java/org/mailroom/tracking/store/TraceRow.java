package org.mailroom.tracking.store;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.mail.QueueId;

/**
 * A mail and one of its recipients, as a search finds it.
 *
 * @param sender empty for the null reverse-path
 * @param last what happened last for this recipient; empty when it has only been accepted
 * @param place where the next page begins, if this is the last row of its page
 */
public record TraceRow(
    QueueId id,
    Instant accepted,
    String sender,
    String recipient,
    String subject,
    long bytes,
    Optional<TraceStep> last,
    String place) {}
