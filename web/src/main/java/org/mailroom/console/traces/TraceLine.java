package org.mailroom.console.traces;

import org.mailroom.console.PageLink;
import org.mailroom.console.Phrases;
import org.mailroom.tracking.store.TraceRow;
import org.mailroom.tracking.store.TraceStep;

/**
 * A mail and one of its recipients as a line, in words.
 *
 * @param place names it
 * @param id queue id
 * @param link to its trace
 * @param time when it was accepted
 * @param exact date and time of that
 * @param sender empty for the null reverse-path
 * @param recipient an address
 * @param subject empty when there is none
 * @param outcome the key of its one word, and its style
 * @param answer what was answered last, or empty
 * @param size in words
 */
public record TraceLine(
    String place,
    String id,
    String link,
    String time,
    String exact,
    String sender,
    String recipient,
    String subject,
    String outcome,
    String answer,
    String size) {

  private static final String QUEUED = "queued";

  static TraceLine of(TraceRow row, Phrases phrases) {
    return new TraceLine(
        row.place(),
        row.id().text(),
        PageLink.to("trace", "id", row.id().text()),
        phrases.clock(row.accepted()),
        phrases.exact(row.accepted()),
        row.sender(),
        row.recipient(),
        row.subject(),
        outcome(row),
        row.last().map(TraceStep::words).orElse(""),
        phrases.size(row.bytes()));
  }

  static String outcome(TraceRow row) {
    return row.last().map(TraceStep::kind).orElse(QUEUED);
  }
}
