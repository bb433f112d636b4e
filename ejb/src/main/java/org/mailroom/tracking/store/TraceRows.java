package org.mailroom.tracking.store;

import java.util.Optional;
import java.util.OptionalLong;
import org.mailroom.mail.QueueId;

/** The rows of an event, and of those that are kept with it. */
sealed interface TraceRows permits MailRows, EventRow {

  int ADDRESS = 330;
  int TEXT = 500;
  int NAME = 300;

  /** That of the first row, in {@code trace_recipient} or {@code trace_event}. */
  long number();

  /** How many events these are. */
  int events();

  /** An id as a number, if there is one. */
  static OptionalLong idNumber(Optional<QueueId> id) {
    return id.isPresent() ? OptionalLong.of(IdNumber.of(id.get())) : OptionalLong.empty();
  }
}
