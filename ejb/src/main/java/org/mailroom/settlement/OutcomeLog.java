package org.mailroom.settlement;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.queue.QueuedMail;
import org.mailroom.retry.MailAges;
import org.mailroom.settlement.AttemptResult.Tried;
import org.mailroom.tracking.MailLog;

/**
 * Writes attempts into the mail log, once their outcome is safe: a log that fails repeats no
 * attempt.
 */
@Singleton
public class OutcomeLog {

  private static final Logger LOG = System.getLogger(OutcomeLog.class.getName());

  private final MailLog log;
  private final MailAges ages;

  /** Writes into {@code log}; {@code ages} tells for how long a mail has been queued. */
  @Inject
  public OutcomeLog(MailLog log, MailAges ages) {
    this.log = log;
    this.ages = ages;
  }

  /** All that came of an attempt. */
  void settled(QueuedMail mail, Settled settled) {
    try {
      attempt(mail, settled.nextHop(), settled.outcomes());
      settled.dsn().ifPresent(dsn -> notified(mail, dsn, settled));
      if (settled.untold()) {
        LOG.log(
            Level.WARNING,
            "The mail " + mail.id() + " without a sender failed, and nobody is told");
        settled.failures().forEach(failed -> log.untold(mail.id(), failed));
      }
    } catch (RuntimeException e) {
      lacks(mail, e);
    }
  }

  /** Of an attempt that a fault of the hub ended: who has the mail. */
  void delivered(QueuedMail mail, AttemptResult result) {
    if (result instanceof Tried tried) {
      try {
        attempt(
            mail,
            tried.nextHop(),
            tried.outcomes().stream().filter(Delivered.class::isInstance).toList());
      } catch (RuntimeException e) {
        lacks(mail, e);
      }
    }
  }

  private void attempt(QueuedMail mail, String nextHop, List<RecipientOutcome> outcomes) {
    Duration age = ages.of(mail.firstQueued());
    for (RecipientOutcome outcome : outcomes) {
      log.outcome(
          mail.id(), mail.envelope().reversePath(), outcome, mail.attempts() + 1, nextHop, age);
    }
  }

  private void notified(QueuedMail mail, QueuedMail dsn, Settled settled) {
    String action = settled.dsnAction().map(a -> a.name().toLowerCase(Locale.ROOT)).orElse("");
    log.notified(dsn.id(), mail.id(), dsn.envelope().recipients(), dsn.content().size(), action);
  }

  private static void lacks(QueuedMail mail, RuntimeException why) {
    LOG.log(Level.ERROR, "The mail log lacks an attempt of " + mail.key(), why);
  }
}
