package org.mailroom.queue.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Diagnosis;

/**
 * A queued part as the broker shows it. Nothing is required of it: a message that is no readable
 * mail, such as one in the dead queue, has a row as well.
 *
 * @param state where it stands
 * @param id its queue id, or the empty text
 * @param part its part id, or the empty text
 * @param reversePath the empty text for the null reverse-path
 * @param recipients the forward-paths still open
 * @param size octets of the content
 * @param firstQueued when the hub accepted the mail
 * @param expiry when it is given up
 * @param attempts delivery attempts made
 * @param faults times that our own code failed on it
 * @param nextHop the next hop of the last attempt
 * @param lastAttempt when that was
 * @param nextAttempt when the next one is due, for a mail that waits
 * @param last what came of the last attempt
 * @param client the address of the client that sent it
 */
public record QueueRow(
    QueueState state,
    String id,
    String part,
    String reversePath,
    List<String> recipients,
    long size,
    Optional<Instant> firstQueued,
    Optional<Instant> expiry,
    int attempts,
    int faults,
    Optional<String> nextHop,
    Optional<Instant> lastAttempt,
    Optional<Instant> nextAttempt,
    Optional<Diagnosis> last,
    String client) {

  /** Keeps its own list. */
  public QueueRow {
    recipients = List.copyOf(recipients);
  }

  /** The first recipient, or the empty text. */
  public String firstRecipient() {
    return recipients.isEmpty() ? "" : recipients.get(0);
  }
}
