package org.mailroom.operation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mailroom.delivery.LocalParts;
import org.mailroom.notification.DsnComposer;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;
import org.mailroom.retry.MailAges;
import org.mailroom.tracking.MailLog;
import org.mailroom.tracking.TraceKind;

/** What each operation does to a part. */
@Singleton
public class PartOperations {

  /** Where mail stands that is on its way. */
  private static final Set<QueueState> MOVING =
      EnumSet.of(QueueState.READY, QueueState.DELIVERY, QueueState.DEFERRED, QueueState.IN_FLIGHT);

  private static final Set<QueueState> HELD = EnumSet.of(QueueState.HELD);
  private static final Set<QueueState> DEAD = EnumSet.of(QueueState.DEAD);

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
      case HOLD -> traced(request, TraceKind.HELD, new Hold(request.holdEnd()));
      case RELEASE -> traced(request, TraceKind.RELEASED, of(HELD, mail -> ready(mail.due())));
      case RETRY -> traced(request, TraceKind.RETRIED, of(DEAD, mail -> ready(mail.due())));
      case REROUTE ->
          traced(
              request,
              TraceKind.REROUTED,
              (mail, stood) -> rerouted(mail.routedTo(request.route()), stood));
      case EXPIRE ->
          traced(request, TraceKind.RESCHEDULED, expiring(request.expiry().orElseThrow()));
      case FAIL -> new Ending(request.actor(), request.reason(), true, dsns, log, ages);
      case DELETE -> new Ending(request.actor(), request.reason(), false, dsns, log, ages);
      case EXPORT -> exporting(archive);
    };
  }

  private TracedOperation traced(
      OperationRequest request, TraceKind kind, PartOperation operation) {
    return new TracedOperation(operation, kind, request, log);
  }

  /** For the consumers of mailboxes or for those of next hops. */
  static Publication ready(QueuedMail mail) {
    return new Publication().add(mail, LocalParts.isLocal(mail));
  }

  private static PartOperation of(Set<QueueState> from, Function<QueuedMail, Publication> change) {
    return new PartOperation() {
      @Override
      public Set<QueueState> from() {
        return from;
      }

      @Override
      public Publication make(QueuedMail mail, QueueState stood) {
        return change.apply(mail);
      }
    };
  }

  /** Held and dead mail stays where it is, and takes its new way when it goes on. */
  private Publication rerouted(QueuedMail mail, QueueState stood) {
    return MOVING.contains(stood) ? ready(mail.due()) : asItStood(mail, stood);
  }

  private PartOperation expiring(NewExpiry expiry) {
    return (mail, stood) -> asItStood(mail.expiringAt(expiry.of(mail.firstQueued())), stood);
  }

  /** A copy is taken of the mail, and it stands where it stood. A job's archive ends with it. */
  private PartOperation exporting(Optional<MailArchive> archive) {
    return new PartOperation() {
      @Override
      public Publication make(QueuedMail mail, QueueState stood) throws QueueException {
        if (archive.isPresent()) {
          archive.get().add(mail);
        }
        return asItStood(mail.again(), stood);
      }

      @Override
      public boolean outlivesItsJob() {
        return false;
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
              : ready(mail);
    };
  }
}
