package org.mailroom.operation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.notification.DsnAction;
import org.mailroom.notification.DsnComposer;
import org.mailroom.notification.DsnSubject;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;
import org.mailroom.retry.MailAges;
import org.mailroom.tracking.MailLog;

/** What each operation does to a part. */
@Singleton
public class PartOperations {

  private static final Logger LOG = System.getLogger(PartOperations.class.getName());

  /** Somebody decided it, and no rule of the protocol (RFC 3463, 3.8). */
  private static final EnhancedStatusCode BY_OPERATOR = EnhancedStatusCode.of("5.7.0");

  private static final String STAGE = "operator";

  /** Where mail stands that is on its way. */
  private static final Set<QueueState> MOVING =
      EnumSet.of(QueueState.READY, QueueState.DEFERRED, QueueState.IN_FLIGHT);

  private final DsnComposer dsns;
  private final MailLog log;
  private final MailAges ages;
  private final Clock clock;

  /** Operations of the hub. */
  @Inject
  public PartOperations(DsnComposer dsns, MailLog log, MailAges ages, Clock clock) {
    this.dsns = dsns;
    this.log = log;
    this.ages = ages;
    this.clock = clock;
  }

  PartOperation of(OperationRequest request, Optional<MailArchive> archive) {
    return switch (request.operation()) {
      case HOLD -> simple(MOVING, mail -> mail.due(), QueueState.HELD);
      case RELEASE -> simple(EnumSet.of(QueueState.HELD), mail -> mail.due(), QueueState.READY);
      case RETRY -> simple(EnumSet.of(QueueState.DEAD), mail -> mail.due(), QueueState.READY);
      case REROUTE -> rerouting(request.route());
      case EXPIRE -> expiring(request.expiry().orElseThrow());
      case FAIL -> new Ending(request, true);
      case DELETE -> new Ending(request, false);
      case EXPORT -> new Exporting(archive);
    };
  }

  private static Optional<String> unless(boolean fits, QueueEntry part) {
    if (!part.isReadable()) {
      return Optional.of("no mail: it can be deleted");
    }
    return fits
        ? Optional.empty()
        : Optional.of(
            switch (part.state()) {
              case READY -> "ready to be sent";
              case IN_FLIGHT -> "in a delivery attempt";
              case DEFERRED -> "waiting, not held";
              case DELIVERY -> "on its way to a mailbox";
              case HELD -> "held";
              case DEAD -> "dead: retry, export or delete it";
            });
  }

  private PartOperation simple(
      Set<QueueState> from, UnaryOperator<QueuedMail> change, QueueState to) {
    return new PartOperation() {
      @Override
      public Optional<String> skips(QueueEntry part) {
        return unless(from.contains(part.state()), part);
      }

      @Override
      public Publication make(QueuedMail mail, QueueState stood) {
        QueuedMail changed = change.apply(mail);
        return to == QueueState.HELD
            ? new Publication().held(changed)
            : new Publication().ready(changed);
      }
    };
  }

  /** Held and dead mail stays where it is, and takes its new way when it goes on. */
  private PartOperation rerouting(Optional<String> route) {
    return new PartOperation() {
      @Override
      public Optional<String> skips(QueueEntry part) {
        return unless(part.state() != QueueState.DELIVERY, part);
      }

      @Override
      public Publication make(QueuedMail mail, QueueState stood) {
        QueuedMail changed = mail.routedTo(route);
        return MOVING.contains(stood)
            ? new Publication().ready(changed.due())
            : asItStood(changed, stood);
      }
    };
  }

  private PartOperation expiring(NewExpiry expiry) {
    return new PartOperation() {
      @Override
      public Optional<String> skips(QueueEntry part) {
        return unless(part.state() != QueueState.DELIVERY, part);
      }

      @Override
      public Publication make(QueuedMail mail, QueueState stood) {
        return asItStood(mail.expiringAt(expiry.of(mail.firstQueued())), stood);
      }
    };
  }

  private Publication asItStood(QueuedMail mail, QueueState stood) {
    Publication publication = new Publication();
    return switch (stood) {
      case HELD -> publication.held(mail);
      case DEAD -> publication.dead(mail);
      default ->
          mail.nextAttempt().filter(clock.instant()::isBefore).isPresent()
              ? publication.deferred(mail)
              : publication.ready(mail);
    };
  }

  /** The mail leaves the queue, and its sender is told or not. */
  private final class Ending implements PartOperation {

    private final boolean tells;
    private final Diagnosis diagnosis;
    private final Map<String, QueuedMail> told = new ConcurrentHashMap<>();

    Ending(OperationRequest request, boolean tells) {
      this.tells = tells;
      String clean = request.reason().replaceAll("\\p{Cntrl}", " ").strip();
      this.diagnosis =
          Diagnosis.ofHub(STAGE, BY_OPERATOR, tells ? clean : "Deleted without notice: " + clean);
    }

    @Override
    public Optional<String> skips(QueueEntry part) {
      return unless(part.state() != QueueState.DELIVERY, part);
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
                    log.outcome(
                        mail.id(),
                        mail.envelope().reversePath(),
                        new Failed(recipient, diagnosis),
                        mail.attempts(),
                        mail.nextHop().orElse(mail.group()),
                        ages.of(mail.firstQueued())));
        dsn.ifPresent(notice -> log.notified(notice.id(), mail.id(), recipient(notice), "failed"));
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "The mail log lacks the end of " + mail.key(), e);
      } finally {
        dsn.ifPresent(notice -> notice.content().close());
      }
    }

    private static String recipient(QueuedMail notice) {
      return notice.envelope().recipients().get(0).path().toString();
    }
  }

  /** A copy is taken of the mail, and it stands where it stood. */
  private final class Exporting implements PartOperation {

    private final Optional<MailArchive> archive;

    Exporting(Optional<MailArchive> archive) {
      this.archive = archive;
    }

    @Override
    public Optional<String> skips(QueueEntry part) {
      return unless(part.state() != QueueState.DELIVERY, part);
    }

    @Override
    public Publication make(QueuedMail mail, QueueState stood) throws QueueException {
      if (archive.isPresent()) {
        archive.get().add(mail);
      }
      return asItStood(mail.again(), stood);
    }
  }
}
