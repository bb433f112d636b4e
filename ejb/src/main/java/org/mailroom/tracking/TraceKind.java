package org.mailroom.tracking;

import java.util.Locale;

/** What can happen to a mail in the hub, after its acceptance. */
public enum TraceKind {
  DELIVERED,
  /** Others have it in its place. */
  EXPANDED,
  DEFERRED,
  FAILED,
  EXPIRED,
  HELD,
  RELEASED,
  RETRIED,
  REROUTED,
  RESCHEDULED,
  DELETED,
  /** A DSN about it was written. */
  NOTIFIED,
  /** It failed, and nobody could be told. */
  UNTOLD;

  /** The word for it in the database and in answers. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
