package org.mailroom.queue.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Diagnosis;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueState;

/**
 * A queued part as people and programs see it. A message in the dead queue that is no readable mail
 * has a row as well, without an id.
 *
 * @param state where it stands
 * @param id its queue id, or the empty text
 * @param part its part id, or the broker's number of a message that is no mail
 * @param reversePath the empty text for the null reverse-path
 * @param recipients the forward-paths still open
 * @param size octets of the content
 * @param firstQueued when the hub accepted the mail
 * @param expiry when it is given up
 * @param attempts delivery attempts made
 * @param faults times that our own code failed on it
 * @param nextHop the next hop of the last attempt; before the first, the routing group
 * @param lastAttempt when that was
 * @param nextAttempt when the next one is due, for a mail that waits
 * @param holdEnd when its hold ends, for a held mail that isn't held until somebody releases it
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
    Optional<Instant> holdEnd,
    Optional<Diagnosis> last,
    String client) {

  /** Keeps its own list. */
  public QueueRow {
    recipients = List.copyOf(recipients);
  }

  static QueueRow of(QueueEntry part) {
    return new QueueRow(
        part.state(),
        part.id(),
        part.part(),
        part.reversePath(),
        part.forwardPaths(),
        part.size(),
        time(part.firstQueued()),
        time(part.expiry()),
        part.attempts(),
        part.faults(),
        Optional.of(part.nextHop()).filter(hop -> !hop.isEmpty()),
        time(part.lastAttempt()),
        time(part.nextAttempt()),
        time(part.holdEnd()),
        part.last(),
        part.client());
  }

  private static Optional<Instant> time(long millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** The first recipient, or the empty text. */
  public String firstRecipient() {
    return recipients.isEmpty() ? "" : recipients.get(0);
  }
}
