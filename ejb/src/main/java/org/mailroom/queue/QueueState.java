package org.mailroom.queue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a queued mail stands. */
public enum QueueState {
  /** Tried as soon as a relay session is free. */
  READY,
  /** In a delivery attempt now. */
  IN_FLIGHT,
  /** Waiting for its next attempt. */
  DEFERRED,
  /** Ready for local mailboxes. */
  DELIVERY,
  /** Held by an operator. */
  HELD,
  /** Our own code failed on it too often. */
  DEAD;

  /** The state as REST and the console's addresses name it, such as {@code in-flight}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state that {@code key} names. */
  public static Optional<QueueState> of(String key) {
    return Arrays.stream(values()).filter(state -> state.key().equals(key)).findAny();
  }
}
