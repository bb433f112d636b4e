package org.mailroom.tracking.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.mail.QueueId;
import org.mailroom.tracking.TraceEvent;
import org.mailroom.tracking.TraceEvent.Accepted;
import org.mailroom.tracking.TraceEvent.Happened;

/**
 * Makes rows of events that are written together. The outcome of a mail that was accepted in the
 * same batch, which is the normal case, costs no row of its own.
 */
final class TraceBatch {

  private final TraceNumbers numbers;
  private final List<TraceRows> rows = new ArrayList<>();
  private final Map<QueueId, MailRows> mails = new HashMap<>();

  TraceBatch(TraceNumbers numbers) {
    this.numbers = numbers;
  }

  void add(TraceEvent event) {
    switch (event) {
      case Accepted accepted -> add(accepted);
      case Happened happened -> add(happened);
    }
  }

  /** All rows, in the order of the events. */
  List<TraceRows> rows() {
    return rows;
  }

  private void add(Accepted event) {
    MailRows mail = new MailRows(event, numbers.next(event.time(), event.recipients().size()));
    mails.put(event.id(), mail);
    rows.add(mail);
  }

  private void add(Happened event) {
    MailRows mail = mails.get(event.id());
    if (mail == null || !mail.takes(event)) {
      rows.add(EventRow.of(event, numbers.next(event.time())));
    }
  }
}
