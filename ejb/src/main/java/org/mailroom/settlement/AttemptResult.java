package org.mailroom.settlement;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.ReversePath;
import org.mailroom.retry.RetrySchedule;

/** What came of taking a mail from the queue. */
public sealed interface AttemptResult {

  /**
   * It was tried, or its next hop was known to be down: an outcome for each recipient.
   *
   * @param schedule of the route; empty for the hub's
   */
  record Tried(String nextHop, List<RecipientOutcome> outcomes, Optional<RetrySchedule> schedule)
      implements AttemptResult {

    /** To be tried again by the hub's schedule. */
    public Tried(String nextHop, List<RecipientOutcome> outcomes) {
      this(nextHop, outcomes, Optional.empty());
    }
  }

  /** Its next hop has no connection free, or is paused: it waits, and no attempt is counted. */
  record Parked(String nextHop, Duration delay) implements AttemptResult {}

  /**
   * Its recipients go different ways by now: each share becomes a part of its own, and this one
   * ends.
   *
   * @param outcomes of recipients that are in no share, none of them deferred
   */
  record Split(List<Share> shares, List<RecipientOutcome> outcomes) implements AttemptResult {

    /** Refuses to end a part that has recipients open. */
    public Split {
      if (outcomes.stream().anyMatch(RecipientOutcome.Deferred.class::isInstance)) {
        throw new IllegalArgumentException("Who is deferred is in a share");
      }
    }
  }

  /**
   * Recipients that go one way.
   *
   * @param group of the parts
   * @param from the reverse-path that they get
   * @param local true for mailboxes of this hub
   */
  record Share(String group, ReversePath from, boolean local, List<EnvelopeRecipient> recipients) {}
}
