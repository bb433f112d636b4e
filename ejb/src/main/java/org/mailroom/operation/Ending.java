package org.mailroom.operation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.notification.DsnAction;
import org.mailroom.notification.DsnComposer;
import org.mailroom.notification.DsnSubject;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;
import org.mailroom.retry.MailAges;
import org.mailroom.tracking.MailLog;
import org.mailroom.tracking.TraceKind;

/** The mail leaves the queue, and its sender is told or not. */
final class Ending implements PartOperation {

  private static final Logger LOG = System.getLogger(Ending.class.getName());

  /** Somebody decided it, and no rule of the protocol (RFC 3463, 3.8). */
  private static final EnhancedStatusCode BY_OPERATOR = EnhancedStatusCode.of("5.7.0");

  private static final String STAGE = "operator";

  private final String actor;
  private final boolean tells;
  private final DsnComposer dsns;
  private final MailLog log;
  private final MailAges ages;
  private final Diagnosis diagnosis;
  private final Map<String, QueuedMail> told = new ConcurrentHashMap<>();

  /** An end that {@code actor} wants for this reason; the sender is told it if {@code tells}. */
  Ending(String actor, String reason, boolean tells, DsnComposer dsns, MailLog log, MailAges ages) {
    String clean = reason.replaceAll("\\p{Cntrl}", " ").strip();
    this.diagnosis =
        Diagnosis.ofHub(STAGE, BY_OPERATOR, tells ? clean : "Deleted without notice: " + clean);
    this.actor = actor;
    this.tells = tells;
    this.dsns = dsns;
    this.log = log;
    this.ages = ages;
  }

  @Override
  public Publication make(QueuedMail mail, QueueState stood) throws QueueException {
    Publication publication = new Publication();
    if (tells) {
      Optional<QueuedMail> dsn = dsns.compose(mail, subjects(mail));
      dsn.ifPresent(publication::ready);
      dsn.ifPresent(notice -> told.put(mail.key(), notice));
    }
    return publication;
  }

  private List<DsnSubject> subjects(QueuedMail mail) {
    return mail.envelope().recipients().stream()
        .map(
            recipient ->
                new DsnSubject(
                    recipient,
                    DsnAction.FAILED,
                    diagnosis,
                    mail.lastAttempt().orElse(mail.firstQueued()),
                    Optional.empty()))
        .toList();
  }

  @Override
  public void made(QueuedMail mail) {
    Optional<QueuedMail> dsn = Optional.ofNullable(told.remove(mail.key()));
    try {
      mail.envelope()
          .recipients()
          .forEach(
              recipient ->
                  log.ended(
                      tells ? TraceKind.FAILED : TraceKind.DELETED,
                      actor,
                      mail.id(),
                      mail.envelope().reversePath(),
                      new Failed(recipient, diagnosis),
                      mail.attempts(),
                      mail.nextHop().orElse(mail.group()),
                      ages.of(mail.firstQueued())));
      dsn.ifPresent(
          notice ->
              log.notified(
                  notice.id(),
                  mail.id(),
                  notice.envelope().recipients(),
                  notice.content().size(),
                  "failed"));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The mail log lacks the end of " + mail.key(), e);
    } finally {
      dsn.ifPresent(notice -> notice.content().close());
    }
  }
}
