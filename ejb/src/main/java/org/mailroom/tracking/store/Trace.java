package org.mailroom.tracking.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.QueueId;

/**
 * All that is known of one mail.
 *
 * @param sender empty for the null reverse-path
 * @param client its address; empty for a mail that the hub wrote
 * @param user the address of the account that the client logged in to; empty when it did not
 * @param recipients in the order of the envelope; at most {@link #MAX_RECIPIENTS}
 * @param recipientCount how many there are
 * @param parent the mail that this one, a DSN, is about
 * @param steps in their order; at most {@link #MAX_STEPS}, the latest
 */
public record Trace(
    QueueId id,
    Instant accepted,
    String sender,
    String subject,
    long bytes,
    String client,
    String user,
    String helo,
    String protocol,
    List<String> recipients,
    int recipientCount,
    Optional<QueueId> parent,
    List<TraceStep> steps) {

  /** Recipients that a trace names. */
  public static final int MAX_RECIPIENTS = 1_000;

  /** Steps that a trace tells of. */
  public static final int MAX_STEPS = 10_000;
}
