package org.mailroom.tracking.store;

import java.util.Optional;
import org.mailroom.mail.Diagnosis;
import org.mailroom.tracking.TraceEvent.Happened;

/**
 * What happened to a recipient, in either table.
 *
 * @param happened in milliseconds since 1970
 */
record Outcome(
    String kind,
    long happened,
    int attempt,
    String nextHop,
    String remoteMta,
    String stage,
    String status,
    String words,
    boolean isReply) {

  static Outcome of(Happened event) {
    String kind = event.kind().key();
    long happened = event.time().toEpochMilli();
    String nextHop = Texts.clean(event.nextHop(), TraceRows.NAME);
    Optional<Diagnosis> diagnosis = event.diagnosis();
    if (diagnosis.isEmpty()) {
      return new Outcome(kind, happened, event.attempt(), nextHop, "", "", "", "", false);
    }
    Diagnosis why = diagnosis.get();
    return new Outcome(
        kind,
        happened,
        event.attempt(),
        nextHop,
        Texts.clean(why.remoteMta().orElse(""), TraceRows.NAME),
        Texts.clean(why.stage(), 16),
        why.status().toString(),
        Texts.clean(why.text(), TraceRows.TEXT),
        why.isReply());
  }
}
