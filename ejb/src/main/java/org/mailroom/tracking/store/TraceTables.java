package org.mailroom.tracking.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.mailroom.tracking.store.TraceRows.Event;
import org.mailroom.tracking.store.TraceRows.Mail;
import org.mailroom.tracking.store.TraceRows.Recipient;
import org.mailroom.tracking.store.TraceRows.Word;

/** The statements that write traces: four batches for any number of rows. */
final class TraceTables {

  private static final String MAIL =
      "insert into trace_mail values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String RECIPIENT =
      "insert into trace_recipient values (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String WORD = "insert into trace_word values (?, ?, ?, ?)";
  private static final String EVENT =
      "insert into trace_event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String HAS =
      "select number from trace_recipient where number = ?"
          + " union all select number from trace_event where number = ?";
  private static final String LAST =
      "select max(n) from (select max(number) as n from trace_recipient"
          + " union all select max(number) as n from trace_word"
          + " union all select max(number) as n from trace_event) numbers";

  /** Sets the values of one row. */
  @FunctionalInterface
  private interface Setter<R> {
    void set(PreparedStatement statement, R row) throws SQLException;
  }

  private TraceTables() {}

  /** Writes all rows of these events. */
  static Void insert(Connection connection, List<TraceRows> all) throws SQLException {
    insert(connection, MAIL, all.stream().flatMap(rows -> rows.mail().stream()).toList(), MAIL_ROW);
    insert(
        connection,
        RECIPIENT,
        all.stream().flatMap(rows -> rows.recipients().stream()).toList(),
        RECIPIENT_ROW);
    insert(
        connection, WORD, all.stream().flatMap(rows -> rows.words().stream()).toList(), WORD_ROW);
    insert(
        connection, EVENT, all.stream().flatMap(rows -> rows.event().stream()).toList(), EVENT_ROW);
    return null;
  }

  /** True when the rows of that event are there already. */
  static boolean has(Connection connection, TraceRows rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HAS)) {
      statement.setLong(1, rows.firstNumber());
      statement.setLong(2, rows.firstNumber());
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  /** The highest number of a row, 0 without any. */
  static long lastNumber(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LAST);
        ResultSet found = statement.executeQuery()) {
      found.next();
      return found.getLong(1);
    }
  }

  static OffsetDateTime toTime(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private static <R> void insert(Connection connection, String sql, List<R> rows, Setter<R> setter)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (R row : rows) {
        setter.set(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static final Setter<Mail> MAIL_ROW =
      (statement, row) -> {
        statement.setLong(1, row.id());
        statement.setObject(2, toTime(row.accepted()));
        statement.setString(3, row.sender());
        statement.setString(4, row.subject());
        statement.setLong(5, row.bytes());
        statement.setString(6, row.client());
        statement.setString(7, row.helo());
        statement.setString(8, row.protocol());
        statement.setInt(9, row.recipients());
        setNumber(statement, 10, row.parent());
        statement.setString(11, row.submitter());
      };

  private static final Setter<Recipient> RECIPIENT_ROW =
      (statement, row) -> {
        statement.setLong(1, row.number());
        statement.setLong(2, row.mail());
        statement.setObject(3, toTime(row.accepted()));
        statement.setString(4, row.recipient());
        statement.setString(5, row.senderKey().key());
        statement.setString(6, row.senderKey().domain());
        statement.setString(7, row.recipientKey().key());
        statement.setString(8, row.recipientKey().domain());
      };

  private static final Setter<Word> WORD_ROW =
      (statement, row) -> {
        statement.setLong(1, row.number());
        statement.setString(2, row.word());
        statement.setObject(3, toTime(row.accepted()));
        statement.setLong(4, row.mail());
      };

  private static final Setter<Event> EVENT_ROW =
      (statement, row) -> {
        statement.setLong(1, row.number());
        statement.setLong(2, row.mail());
        statement.setObject(3, toTime(row.happened()));
        statement.setString(4, row.kind());
        statement.setString(5, row.recipient());
        statement.setString(6, row.recipientKey());
        statement.setInt(7, row.attempt());
        statement.setString(8, row.nextHop());
        statement.setString(9, row.remoteMta());
        statement.setString(10, row.stage());
        statement.setString(11, row.status());
        statement.setString(12, row.words());
        statement.setBoolean(13, row.isReply());
        statement.setString(14, row.actor());
        statement.setString(15, row.detail());
        setNumber(statement, 16, row.child());
      };

  private static void setNumber(PreparedStatement statement, int at, OptionalLong number)
      throws SQLException {
    if (number.isPresent()) {
      statement.setLong(at, number.getAsLong());
    } else {
      statement.setNull(at, Types.BIGINT);
    }
  }
}
