package org.mailroom.tracking.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.mail.QueueId;

/** A row of {@code trace_recipient}. */
record FoundRow(
    long number,
    long mail,
    int nth,
    long accepted,
    String senderKey,
    String recipientKey,
    String sender,
    String recipient,
    String subject,
    long bytes,
    Optional<TraceStep> outcome) {

  static final String COLUMNS =
      "number, mail, nth, accepted, sender_key, recipient_key, sender, recipient, subject, bytes,"
          + " kind, happened, attempt, next_hop, remote_mta, stage, status, words, is_reply";

  static FoundRow read(ResultSet row) throws SQLException {
    String senderKey = row.getString(5);
    String recipientKey = row.getString(6);
    String recipient = orKey(row.getString(8), recipientKey);
    return new FoundRow(
        row.getLong(1),
        row.getLong(2),
        row.getInt(3),
        row.getLong(4),
        senderKey,
        recipientKey,
        orKey(row.getString(7), senderKey),
        recipient,
        row.getString(9),
        row.getLong(10),
        row.getString(11) == null
            ? Optional.empty()
            : Optional.of(step(row, recipient, "", "", Optional.empty())));
  }

  /** What happened, of a row of either table. */
  static TraceStep step(
      ResultSet row, String recipient, String actor, String detail, Optional<QueueId> child)
      throws SQLException {
    return new TraceStep(
        Instant.ofEpochMilli(row.getLong("happened")),
        row.getString("kind"),
        recipient,
        row.getInt("attempt"),
        row.getString("next_hop"),
        row.getString("remote_mta"),
        row.getString("stage"),
        row.getString("status"),
        row.getString("words"),
        row.getBoolean("is_reply"),
        actor,
        detail,
        child);
  }

  static String orKey(String text, String key) {
    return text == null ? key : text;
  }
}
