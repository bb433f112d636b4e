package org.mailroom.tracking.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.OptionalLong;
import org.mailroom.tracking.store.MailRows.Recipient;

/** The statements that write traces: four batches for any number of rows. */
final class TraceTables implements AutoCloseable {

  private static final String RECIPIENT =
      "insert into trace_recipient values"
          + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String LATE = "insert into trace_late values (?, ?)";
  private static final String KEY = "insert into trace_key values (?, ?, ?, ?)";
  private static final String EVENT =
      "insert into trace_event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String HAS =
      "select number from trace_recipient where number = ?"
          + " union all select number from trace_event where number = ?";
  private static final String LAST =
      "select max(n) from (select max(number) as n from trace_recipient"
          + " union all select max(number) as n from trace_key"
          + " union all select max(number) as n from trace_event) numbers";

  private final PreparedStatement recipient;
  private final PreparedStatement late;
  private final PreparedStatement key;
  private final PreparedStatement event;
  private final TraceNumbers numbers;
  private final TraceKeys keys = new TraceKeys();

  private TraceTables(Connection connection, TraceNumbers numbers) throws SQLException {
    this.recipient = connection.prepareStatement(RECIPIENT);
    this.late = connection.prepareStatement(LATE);
    this.key = connection.prepareStatement(KEY);
    this.event = connection.prepareStatement(EVENT);
    this.numbers = numbers;
  }

  /** Writes all rows of these events. */
  static Void insert(Connection connection, List<TraceRows> all, TraceNumbers numbers)
      throws SQLException {
    try (TraceTables tables = new TraceTables(connection, numbers)) {
      for (TraceRows rows : all) {
        switch (rows) {
          case MailRows mail -> tables.add(mail);
          case EventRow event -> tables.add(event);
        }
      }
      tables.addKeys();
      tables.write();
    }
    return null;
  }

  /** True when the rows of that event are there already. */
  static boolean has(Connection connection, TraceRows rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HAS)) {
      statement.setLong(1, rows.number());
      statement.setLong(2, rows.number());
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

  @Override
  public void close() throws SQLException {
    recipient.close();
    late.close();
    key.close();
    event.close();
  }

  private void write() throws SQLException {
    recipient.executeBatch();
    late.executeBatch();
    key.executeBatch();
    event.executeBatch();
  }

  private void add(MailRows mail) throws SQLException {
    MailColumns columns = mail.columns();
    long number = mail.number();
    for (Recipient row : mail.recipients()) {
      add(mail, number, row);
      keys.recipient(number, columns.senderKey(), row.key());
      number++;
    }
    keys.words(columns.words(), mail.number(), number - 1);
    if (keys.isFull()) {
      addKeys();
    }
    if (IdNumber.isLate(columns.id(), mail.number())) {
      late.setLong(1, columns.id());
      late.setLong(2, mail.number());
      late.addBatch();
    }
  }

  private void add(MailRows mail, long number, Recipient row) throws SQLException {
    MailColumns columns = mail.columns();
    boolean first = number == mail.number();
    recipient.setLong(1, number);
    recipient.setLong(2, columns.id());
    recipient.setInt(3, (int) (number - mail.number()));
    recipient.setLong(4, columns.accepted());
    recipient.setString(5, columns.senderKey().key());
    recipient.setString(6, row.key().key());
    recipient.setString(7, unless(columns.senderKey().key(), columns.sender()));
    recipient.setString(8, unless(row.key().key(), row.text()));
    recipient.setString(9, columns.subject());
    recipient.setLong(10, columns.bytes());
    recipient.setString(11, first ? columns.client() : null);
    recipient.setString(12, first ? columns.user() : null);
    recipient.setString(13, first ? columns.helo() : null);
    recipient.setString(14, first ? columns.protocol() : null);
    setInt(recipient, 15, first ? mail.recipients().size() : null);
    setNumber(recipient, 16, first ? columns.parent() : OptionalLong.empty());
    if (row.outcome() != null) {
      setOutcome(recipient, 17, row.outcome());
    } else {
      setNothing(recipient, 17);
    }
    recipient.addBatch();
  }

  private void add(EventRow row) throws SQLException {
    event.setLong(1, row.number());
    event.setLong(2, row.mail());
    event.setString(3, row.recipient());
    event.setString(4, row.recipientKey());
    setOutcome(event, 5, row.outcome());
    event.setString(14, row.actor());
    event.setString(15, row.detail());
    setNumber(event, 16, row.child());
    event.addBatch();
  }

  private void addKeys() throws SQLException {
    keys.drain(
        (name, first, last) -> {
          key.setLong(1, numbers.next());
          key.setString(2, name);
          key.setLong(3, first);
          key.setLong(4, last);
          key.addBatch();
        });
  }

  private static String unless(String key, String text) {
    return text.equals(key) ? null : text;
  }

  private static void setOutcome(PreparedStatement statement, int at, Outcome outcome)
      throws SQLException {
    statement.setString(at, outcome.kind());
    statement.setLong(at + 1, outcome.happened());
    statement.setInt(at + 2, outcome.attempt());
    statement.setString(at + 3, outcome.nextHop());
    statement.setString(at + 4, outcome.remoteMta());
    statement.setString(at + 5, outcome.stage());
    statement.setString(at + 6, outcome.status());
    statement.setString(at + 7, outcome.words());
    statement.setBoolean(at + 8, outcome.isReply());
  }

  private static void setNothing(PreparedStatement statement, int at) throws SQLException {
    statement.setNull(at, Types.VARCHAR);
    statement.setNull(at + 1, Types.BIGINT);
    statement.setNull(at + 2, Types.INTEGER);
    for (int column = at + 3; column <= at + 7; column++) {
      statement.setNull(column, Types.VARCHAR);
    }
    statement.setNull(at + 8, Types.BOOLEAN);
  }

  private static void setInt(PreparedStatement statement, int at, Integer value)
      throws SQLException {
    if (value != null) {
      statement.setInt(at, value);
    } else {
      statement.setNull(at, Types.INTEGER);
    }
  }

  private static void setNumber(PreparedStatement statement, int at, OptionalLong number)
      throws SQLException {
    if (number.isPresent()) {
      statement.setLong(at, number.getAsLong());
    } else {
      statement.setNull(at, Types.BIGINT);
    }
  }
}
