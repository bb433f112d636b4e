package org.mailroom.relay;

import java.util.List;
import java.util.Optional;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.notification.DsnAction;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueuedMail;

/**
 * What is to be done after an attempt.
 *
 * @param publication what goes back into the queue, perhaps nothing
 * @param outcomes for the mail log, with expiry taken into account
 * @param nextHop for the mail log
 * @param dsn in the publication, to be closed after it
 * @param dsnAction the weightiest thing that the DSN tells, for the mail log
 */
record Settled(
    Publication publication,
    List<RecipientOutcome> outcomes,
    String nextHop,
    Optional<QueuedMail> dsn,
    Optional<DsnAction> dsnAction) {

  static Settled of(Publication publication) {
    return new Settled(publication, List.of(), "", Optional.empty(), Optional.empty());
  }
}
