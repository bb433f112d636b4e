package org.mailroom.queue.view;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.queue.QueueRecord;

/** Reads the properties of a message, which are {@link QueueRecord}'s, forgivingly. */
final class RowReader {

  /** When the broker will deliver the message (Artemis). */
  private static final String BROKER_DUE = "_AMQ_SCHED_DELIVERY";

  private final Map<String, Object> properties;

  private RowReader(Map<String, Object> properties) {
    this.properties = properties;
  }

  static QueueRow read(QueueState state, Map<String, Object> properties) {
    RowReader reader = new RowReader(properties);
    return new QueueRow(
        state,
        reader.text(QueueRecord.QUEUE_ID).orElse(""),
        reader.text(QueueRecord.PART).orElse(""),
        reader.text(QueueRecord.REVERSE_PATH).orElse(""),
        reader.recipients(),
        reader.number(QueueRecord.SIZE),
        reader.time(QueueRecord.FIRST_QUEUED),
        reader.time(QueueRecord.EXPIRY),
        (int) reader.number(QueueRecord.ATTEMPTS),
        (int) reader.number(QueueRecord.FAULTS),
        reader.text(QueueRecord.NEXT_HOP),
        reader.time(QueueRecord.LAST_ATTEMPT),
        reader.time(QueueRecord.NEXT_ATTEMPT).or(() -> reader.time(BROKER_DUE)),
        reader.diagnosis(),
        reader.text(QueueRecord.CLIENT).orElse(""));
  }

  /** A line each; the forward-path stands before the first TAB. */
  private List<String> recipients() {
    return text(QueueRecord.RECIPIENTS).stream()
        .flatMap(lines -> Arrays.stream(lines.split("\n")))
        .map(line -> line.split("\t", 2)[0])
        .toList();
  }

  private Optional<Diagnosis> diagnosis() {
    try {
      return text(QueueRecord.LAST_STAGE)
          .map(
              stage ->
                  new Diagnosis(
                      stage,
                      EnhancedStatusCode.of(text(QueueRecord.LAST_STATUS).orElse("")),
                      text(QueueRecord.LAST_TEXT).orElse(""),
                      Boolean.TRUE.equals(properties.get(QueueRecord.LAST_IS_REPLY)),
                      text(QueueRecord.LAST_REMOTE_MTA)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> text(String name) {
    return properties.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private Optional<Instant> time(String name) {
    return properties.get(name) instanceof Number millis
        ? Optional.of(Instant.ofEpochMilli(millis.longValue()))
        : Optional.empty();
  }

  private long number(String name) {
    return properties.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
