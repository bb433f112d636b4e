package org.mailroom.queue.filter;

import java.time.Instant;
import org.mailroom.queue.QueueEntry;

/** One condition of a filter. */
interface Term {

  boolean matches(QueueEntry part, Instant now);

  default Term negated() {
    return (part, now) -> !matches(part, now);
  }
}
