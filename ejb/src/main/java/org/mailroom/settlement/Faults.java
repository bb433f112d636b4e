package org.mailroom.settlement;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueuedMail;
import org.mailroom.settings.Settings;

/**
 * What happens to a mail on which our own code failed: it is deferred, never failed, and after 20
 * faults laid before an operator.
 */
@Singleton
public class Faults {

  static final int MOST = 20;

  private final Settings settings;
  private final Clock clock;
  private final RandomGenerator random;

  /** Defers by the retry schedule of the settings. */
  @Inject
  public Faults(Settings settings, Clock clock, RandomGenerator random) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /** The publication that keeps {@code open}, the recipients that have not got the mail. */
  Publication keep(QueuedMail mail, List<EnvelopeRecipient> open) {
    Duration delay = settings.retry().delayAfter(mail.faults() + 1, random);
    Instant next = clock.instant().plus(delay);
    QueuedMail kept = mail.afterFault(open, next);
    return kept.faults() >= MOST ? new Publication().dead(kept) : new Publication().deferred(kept);
  }
}
