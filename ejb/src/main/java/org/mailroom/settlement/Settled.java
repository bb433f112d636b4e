package org.mailroom.settlement;

import java.util.List;
import java.util.Optional;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Failed;
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
 * @param untold true when a recipient failed and there is nobody to tell
 */
public record Settled(
    Publication publication,
    List<RecipientOutcome> outcomes,
    String nextHop,
    Optional<QueuedMail> dsn,
    Optional<DsnAction> dsnAction,
    boolean untold) {

  public static Settled of(Publication publication) {
    return new Settled(publication, List.of(), "", Optional.empty(), Optional.empty(), false);
  }

  public List<Failed> failures() {
    return outcomes.stream().filter(Failed.class::isInstance).map(Failed.class::cast).toList();
  }
}
