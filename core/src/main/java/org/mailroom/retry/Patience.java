package org.mailroom.retry;

import java.time.Duration;
import java.util.Objects;

/**
 * How long the hub keeps trying, and when it tells the sender that it still does. Asked only after
 * an attempt of this run has failed: age alone gives nobody up.
 *
 * @param delayNotice age from which a sender is told of the delay, once
 */
public record Patience(Duration delayNotice) {

  /** Needs a time. */
  public Patience {
    Objects.requireNonNull(delayNotice, "patience has a time for its notice");
  }

  /** True when a mail of this age, which may live for {@code lifetime}, is given up. */
  public boolean isExhausted(Duration age, Duration lifetime) {
    return age.compareTo(lifetime) > 0;
  }

  /** True when the notice of a delay is due; it is sent once. */
  public boolean owesNotice(Duration age, boolean alreadySent) {
    return !alreadySent && age.compareTo(delayNotice) >= 0;
  }
}
