package org.mailroom.settlement;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.mailroom.dsn.Notify;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Deferred;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.mail.RecipientOutcome.Expanded;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.notification.DsnAction;
import org.mailroom.notification.DsnComposer;
import org.mailroom.notification.DsnSubject;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueuedMail;
import org.mailroom.retry.MailAges;
import org.mailroom.retry.Patience;
import org.mailroom.retry.RetrySchedule;
import org.mailroom.settings.Settings;
import org.mailroom.settlement.AttemptResult.Parked;
import org.mailroom.settlement.AttemptResult.Share;
import org.mailroom.settlement.AttemptResult.Split;
import org.mailroom.settlement.AttemptResult.Tried;

/**
 * Turns the result of an attempt into what goes back into the queue: the recipients that are open
 * until their next attempt, given up when the mail has become too old, and the sender's DSN, or the
 * postmaster's where there is no sender.
 */
@Singleton
public class Settlement {

  private static final Comparator<DsnAction> BY_WEIGHT = Comparator.naturalOrder();
  private static final EnhancedStatusCode EXPIRED = EnhancedStatusCode.of("4.4.7");

  private final Settings settings;
  private final DsnComposer dsns;
  private final MailAges ages;
  private final Patience patience;
  private final Clock clock;
  private final RandomGenerator random;

  /** Settles by the retry schedule and the expiry of the settings. */
  @Inject
  public Settlement(
      Settings settings, DsnComposer dsns, MailAges ages, Clock clock, RandomGenerator random) {
    this.settings = settings;
    this.dsns = dsns;
    this.ages = ages;
    this.patience = new Patience(settings.delayNotice());
    this.clock = clock;
    this.random = random;
  }

  /** What is to be done after an attempt with this result. */
  public Settled settle(QueuedMail mail, AttemptResult result) {
    return switch (result) {
      case Parked parked -> {
        Instant next = clock.instant().plus(parked.delay());
        yield Settled.of(new Publication().deferred(mail.parked(parked.nextHop(), next)));
      }
      case Split split -> split(mail, split);
      case Tried tried -> tried(mail, tried);
    };
  }

  private Settled split(QueuedMail mail, Split split) {
    Settled settled =
        split.outcomes().isEmpty()
            ? Settled.of(new Publication())
            : tried(mail, new Tried(mail.group(), split.outcomes()));
    int number = 0;
    for (Share share : split.shares()) {
      List<EnvelopeRecipient> all = share.recipients();
      for (int i = 0; i < all.size(); i += QueuedMail.MAX_RECIPIENTS) {
        int end = Math.min(all.size(), i + QueuedMail.MAX_RECIPIENTS);
        number++;
        QueuedMail part = mail.split(number, share.from(), all.subList(i, end), share.group());
        settled.publication().add(part, share.local());
      }
    }
    return settled;
  }

  private Settled tried(QueuedMail mail, Tried tried) {
    Instant now = clock.instant();
    Duration age = ages.of(mail.firstQueued());
    boolean tooOld = patience.isExhausted(age, Duration.between(mail.firstQueued(), mail.expiry()));
    List<RecipientOutcome> outcomes =
        tooOld ? tried.outcomes().stream().map(Settlement::expire).toList() : tried.outcomes();
    List<Deferred> open = new ArrayList<>();
    for (RecipientOutcome outcome : outcomes) {
      if (outcome instanceof Deferred deferred) {
        open.add(deferred);
      }
    }
    boolean notice = !open.isEmpty() && patience.owesNotice(age, mail.delayNoticeSent());
    Publication publication = new Publication();
    List<DsnSubject> subjects = subjects(mail, outcomes, notice, now);
    Optional<QueuedMail> dsn = subjects.isEmpty() ? Optional.empty() : dsns.compose(mail, subjects);
    dsn.ifPresent(publication::ready);
    if (!open.isEmpty()) {
      publication.deferred(again(mail, open, tried, now, notice));
    }
    Optional<DsnAction> told = subjects.stream().map(DsnSubject::action).min(BY_WEIGHT);
    boolean untold = !subjects.isEmpty() && dsn.isEmpty() && hasNoSender(mail);
    return new Settled(publication, outcomes, tried.nextHop(), dsn, told, untold);
  }

  private static boolean hasNoSender(QueuedMail mail) {
    return mail.envelope().reversePath().isNull();
  }

  private QueuedMail again(
      QueuedMail mail, List<Deferred> open, Tried tried, Instant now, boolean notice) {
    RetrySchedule schedule = tried.schedule().orElse(settings.retry());
    Duration delay = schedule.delayAfter(mail.attempts() + 1, random);
    return mail.afterAttempt(
        open.stream().map(Deferred::recipient).toList(),
        tried.nextHop(),
        open.get(0).diagnosis(),
        now,
        now.plus(delay),
        notice);
  }

  /** The sender is told the last reason, under the status of a time that has run out. */
  private static RecipientOutcome expire(RecipientOutcome outcome) {
    if (!(outcome instanceof Deferred deferred)) {
      return outcome;
    }
    Diagnosis last = deferred.diagnosis();
    return new Failed(
        deferred.recipient(),
        new Diagnosis(last.stage(), EXPIRED, last.text(), last.isReply(), last.remoteMta()));
  }

  private static List<DsnSubject> subjects(
      QueuedMail mail, List<RecipientOutcome> outcomes, boolean notice, Instant now) {
    List<DsnSubject> subjects = new ArrayList<>(0);
    boolean noSender = hasNoSender(mail);
    for (RecipientOutcome outcome : outcomes) {
      EnvelopeRecipient who = outcome.recipient();
      if (outcome instanceof Failed && who.wants(Notify.Event.FAILURE)) {
        subjects.add(subject(outcome, DsnAction.FAILED, now, Optional.empty()));
      } else if (outcome instanceof Deferred
          && notice
          && !noSender
          && who.wants(Notify.Event.DELAY)) {
        subjects.add(subject(outcome, DsnAction.DELAYED, now, Optional.of(mail.expiry())));
      } else if (outcome instanceof Delivered delivered
          && !delivered.honoursDsn()
          && !noSender
          && who.wants(Notify.Event.SUCCESS)) {
        boolean relayed = delivered.diagnosis().isReply();
        DsnAction action = relayed ? DsnAction.RELAYED : DsnAction.DELIVERED;
        subjects.add(subject(outcome, action, now, Optional.empty()));
      } else if (outcome instanceof Expanded && !noSender && who.wants(Notify.Event.SUCCESS)) {
        subjects.add(subject(outcome, DsnAction.EXPANDED, now, Optional.empty()));
      }
    }
    return subjects;
  }

  private static DsnSubject subject(
      RecipientOutcome outcome, DsnAction action, Instant now, Optional<Instant> retryUntil) {
    return new DsnSubject(outcome.recipient(), action, outcome.diagnosis(), now, retryUntil);
  }
}
