package org.mailroom.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.RecipientOutcome;

/** What came of taking a mail from the queue. */
sealed interface AttemptResult {

  /** It was tried, or its next hop was known to be down: an outcome for each recipient. */
  record Tried(String nextHop, List<RecipientOutcome> outcomes) implements AttemptResult {}

  /** Its next hop has no connection free, or is paused: it waits, and no attempt is counted. */
  record Parked(String nextHop, Duration delay) implements AttemptResult {}

  /** Its recipients go different ways by now: each group becomes a part of its own. */
  record Split(Map<String, List<EnvelopeRecipient>> groups) implements AttemptResult {}
}
