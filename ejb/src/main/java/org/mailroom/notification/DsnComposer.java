package org.mailroom.notification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.mailroom.dsn.Notify;
import org.mailroom.mail.Address;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.queue.PartId;
import org.mailroom.queue.QueuedMail;
import org.mailroom.routing.Router;
import org.mailroom.settings.Settings;

/**
 * Composes DSNs. Decides itself who gets one: the sender, as NOTIFY says (RFC 3461, 4.1), but for
 * notices of a delay about mail of programs and lists.
 *
 * <p>Mail with the null reverse-path has no sender to tell (RFC 5321, 4.5.5). When it fails, the
 * postmaster is told, once. There is never a loop: such a report is not about mail to the
 * postmaster, nor about mail whose header has the mark of a report, so a report makes no report,
 * wherever it was forwarded to.
 */
@Singleton
public final class DsnComposer {

  private final Settings settings;
  private final Router router;
  private final Spool spool;
  private final QueueIdSource ids;
  private final Clock clock;
  private final ZoneId zone;
  private final Address postmaster;

  /** A composer for the hub that {@code settings} describe; people read the machine's time. */
  @Inject
  public DsnComposer(
      Settings settings, Router router, Spool spool, QueueIdSource ids, Clock clock) {
    this(settings, router, spool, ids, clock, ZoneId.systemDefault());
  }

  DsnComposer(
      Settings settings, Router router, Spool spool, QueueIdSource ids, Clock clock, ZoneId zone) {
    this.settings = settings;
    this.router = router;
    this.spool = spool;
    this.ids = ids;
    this.clock = clock;
    this.zone = zone;
    this.postmaster = new Address("postmaster", settings.domain());
  }

  /**
   * The DSN that tells the sender of {@code about}, or the postmaster when there is none, what
   * happened to the subjects, ready to be published; empty when nobody is to be told. The caller
   * closes its content.
   *
   * @param about is read, and neither changed nor closed
   * @throws UncheckedIOException when the mail can't be read or the spool can't be written
   */
  public Optional<QueuedMail> compose(QueuedMail about, List<DsnSubject> subjects) {
    List<DsnSubject> wanted = subjects.stream().filter(DsnComposer::isWanted).toList();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    try {
      OriginalMail original = OriginalMail.read(about.content());
      Audience audience =
          about
              .envelope()
              .reversePath()
              .address()
              .map(Audience::sender)
              .orElseGet(() -> Audience.postmaster(postmaster));
      List<DsnSubject> told =
          wanted.stream().filter(subject -> concerns(audience, original, subject)).toList();
      return told.isEmpty()
          ? Optional.empty()
          : Optional.of(write(audience, about, original, told));
    } catch (IOException e) {
      throw new UncheckedIOException("A DSN could not be composed", e);
    } catch (MessagingException e) {
      throw new IllegalStateException("A DSN could not be composed", e);
    }
  }

  private static boolean concerns(Audience audience, OriginalMail original, DsnSubject subject) {
    if (!audience.isPostmaster()) {
      return subject.action() != DsnAction.DELAYED || !original.isAutomatic();
    }
    return subject.action() == DsnAction.FAILED
        && !original.isReport()
        && !audience.isReachedBy(subject.recipient());
  }

  private static boolean isWanted(DsnSubject subject) {
    Notify.Event event =
        switch (subject.action()) {
          case FAILED -> Notify.Event.FAILURE;
          case DELAYED -> Notify.Event.DELAY;
          case DELIVERED, RELAYED, EXPANDED -> Notify.Event.SUCCESS;
        };
    return subject.recipient().wants(event);
  }

  private QueuedMail write(
      Audience audience, QueuedMail about, OriginalMail original, List<DsnSubject> subjects)
      throws IOException, MessagingException {
    QueueId id = ids.next();
    Instant now = clock.instant();
    Reporter reporter = new Reporter(settings.hostname(), settings.domain(), zone);
    Dsn dsn = new Dsn(reporter, audience, about, original, subjects);
    MessageContent content = dsn.write(id, now, spool);
    Envelope envelope =
        new Envelope(
            ReversePath.NULL,
            List.of(EnvelopeRecipient.of(new ForwardPath(audience.address()))),
            dsn.isEightBit() ? BodyType.EIGHT_BIT_MIME : BodyType.SEVEN_BIT,
            dsn.isUtf8(),
            Optional.empty(),
            Optional.empty());
    return QueuedMail.received(
            id,
            PartId.of(1),
            envelope,
            router.group(audience.address().domain()),
            now,
            now.plus(settings.expiry()),
            Origin.HUB,
            content)
        .tellingOf(about.publicationId());
  }
}
