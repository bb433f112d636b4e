package org.mailroom.tracking.store;

import java.util.OptionalLong;
import org.mailroom.tracking.TraceEvent.Happened;

/** A row of {@code trace_event}. */
record EventRow(
    long number,
    long mail,
    String recipient,
    String recipientKey,
    Outcome outcome,
    String actor,
    String detail,
    OptionalLong child)
    implements TraceRows {

  static EventRow of(Happened event, long number) {
    return new EventRow(
        number,
        IdNumber.of(event.id()),
        Texts.clean(event.recipient(), ADDRESS),
        SearchKey.of(event.recipient()).key(),
        Outcome.of(event),
        Texts.clean(event.actor(), 200),
        Texts.clean(event.detail(), TEXT),
        TraceRows.idNumber(event.child()));
  }

  @Override
  public int events() {
    return 1;
  }
}
