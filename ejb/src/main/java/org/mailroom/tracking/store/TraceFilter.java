package org.mailroom.tracking.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mailroom.mail.QueueId;

/**
 * A query, read: which rows it wants, and between which numbers they are.
 *
 * @param client that sent the mail; a row doesn't tell, so the database compares it
 * @param from the least number
 * @param below above the greatest
 */
record TraceFilter(
    Optional<AddressPattern> sender,
    Optional<AddressPattern> recipient,
    List<WordPattern> words,
    OptionalLong mail,
    Optional<String> client,
    long acceptedFrom,
    long acceptedBefore,
    long from,
    long below) {

  /** By so much a number may be later than its row, as mails are accepted side by side. */
  private static final long SLACK_MILLIS = 1_000;

  /**
   * Reads a query.
   *
   * @throws IllegalArgumentException when something in it is malformed
   */
  static TraceFilter of(TraceQuery query) {
    long below =
        query.to().map(to -> IdNumber.at(to.plusMillis(SLACK_MILLIS))).orElse(Long.MAX_VALUE);
    if (!query.after().isEmpty()) {
      below = Math.min(below, place(query.after()));
    }
    return new TraceFilter(
        pattern(query.sender()),
        pattern(query.recipient()),
        WordPattern.parse(query.subject()),
        TraceRows.idNumber(query.id()),
        Optional.of(query.client()).filter(client -> !client.isEmpty()),
        query.from().map(TraceFilter::millis).orElse(Long.MIN_VALUE),
        query.to().map(TraceFilter::millis).orElse(Long.MAX_VALUE),
        query.from().map(IdNumber::at).orElse(0L),
        below);
  }

  /** The same, below a row. */
  TraceFilter below(long number) {
    return new TraceFilter(
        sender,
        recipient,
        words,
        mail,
        client,
        acceptedFrom,
        acceptedBefore,
        from,
        Math.min(below, number));
  }

  boolean matches(FoundRow row) {
    return row.accepted() >= acceptedFrom
        && row.accepted() < acceptedBefore
        && (mail.isEmpty() || mail.getAsLong() == row.mail())
        && (recipient.isEmpty() || recipient.get().matches(row.recipientKey()))
        && (sender.isEmpty() || sender.get().matches(row.senderKey()))
        && (words.isEmpty() || hasWords(row.subject()));
  }

  private boolean hasWords(String subject) {
    Set<String> all = SubjectWords.of(subject);
    for (WordPattern word : words) {
      if (!word.matches(all)) {
        return false;
      }
    }
    return true;
  }

  /** Where a page ended, in a form that nobody takes for something else: that of an id. */
  static String place(long number) {
    return IdNumber.toId(number).text();
  }

  private static long place(String text) {
    try {
      return IdNumber.of(QueueId.of(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("No place in a list of traces", e);
    }
  }

  private static Optional<AddressPattern> pattern(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(AddressPattern.parse(text));
  }

  /** The first millisecond that is not before: times of rows are whole ones. */
  private static long millis(Instant time) {
    return -Math.floorDiv(-(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000), 1_000);
  }
}
