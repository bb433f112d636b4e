package org.mailroom.tracking.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.mail.QueueId;

/** Finds traces. Every method throws {@link DatabaseException} when the database doesn't answer. */
@Singleton
public class TraceSearch {

  private static final String STEP =
      "happened, kind, recipient, attempt, next_hop, remote_mta, stage, status, words, is_reply,"
          + " actor, detail, child";

  /** What a DSN says changes nothing for the recipient it is about. */
  private static final String LAST =
      "select "
          + STEP
          + " from trace_event where mail = ? and recipient_key = ?"
          + " and kind not in ('notified', 'untold')"
          + " order by mail, recipient_key, number desc fetch first 1 rows only";

  private static final String STEPS =
      "select "
          + STEP
          + " from trace_event where mail = ? order by number desc fetch first "
          + Trace.MAX_STEPS
          + " rows only";

  private static final String MAIL =
      "select accepted, sender, subject, bytes, client, submitter, helo, protocol, recipients,"
          + " parent from trace_mail where id = ?";

  private static final String RECIPIENTS =
      "select recipient from trace_recipient where mail = ? order by mail, number fetch first "
          + Trace.MAX_RECIPIENTS
          + " rows only";

  private final Database database;

  /** Searches {@code database}. */
  @Inject
  public TraceSearch(Database database) {
    this.database = database;
  }

  /**
   * A page of recipients, those of the mail that was accepted last first.
   *
   * @throws IllegalArgumentException when something in the query is malformed
   */
  public List<TraceRow> find(TraceQuery query) {
    TraceStatement statement = TraceStatement.of(query);
    return database.byJdbc(
        connection -> {
          List<TraceRow> found = new ArrayList<>();
          try (PreparedStatement rows = statement.prepare(connection);
              PreparedStatement last = connection.prepareStatement(LAST);
              ResultSet row = rows.executeQuery()) {
            while (row.next()) {
              found.add(row(row, last));
            }
          }
          return found;
        });
  }

  /** The trace of one mail, if the database has it. */
  public Optional<Trace> show(QueueId id) {
    return database.byJdbc(connection -> show(connection, id));
  }

  private static TraceRow row(ResultSet row, PreparedStatement last) throws SQLException {
    long mail = row.getLong("mail");
    last.setLong(1, mail);
    last.setString(2, row.getString("recipient_key"));
    List<TraceStep> step = steps(last);
    Instant accepted = time(row, "accepted");
    return new TraceRow(
        IdNumber.toId(mail),
        accepted,
        row.getString("sender"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getLong("bytes"),
        step.stream().findFirst(),
        new TracePlace(accepted, row.getLong("number")).toString());
  }

  private static Optional<Trace> show(Connection connection, QueueId id) throws SQLException {
    try (PreparedStatement mail = connection.prepareStatement(MAIL)) {
      mail.setLong(1, IdNumber.of(id));
      try (ResultSet row = mail.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Trace(
                id,
                time(row, "accepted"),
                row.getString("sender"),
                row.getString("subject"),
                row.getLong("bytes"),
                row.getString("client"),
                row.getString("submitter"),
                row.getString("helo"),
                row.getString("protocol"),
                recipients(connection, id),
                row.getInt("recipients"),
                id(row, "parent"),
                steps(connection, id)));
      }
    }
  }

  private static List<String> recipients(Connection connection, QueueId id) throws SQLException {
    List<String> recipients = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(RECIPIENTS)) {
      statement.setLong(1, IdNumber.of(id));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          recipients.add(row.getString(1));
        }
      }
    }
    return recipients;
  }

  private static List<TraceStep> steps(Connection connection, QueueId id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STEPS)) {
      statement.setLong(1, IdNumber.of(id));
      List<TraceStep> steps = steps(statement);
      Collections.reverse(steps);
      return steps;
    }
  }

  private static List<TraceStep> steps(PreparedStatement statement) throws SQLException {
    List<TraceStep> steps = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        steps.add(
            new TraceStep(
                time(row, "happened"),
                row.getString("kind"),
                row.getString("recipient"),
                row.getInt("attempt"),
                row.getString("next_hop"),
                row.getString("remote_mta"),
                row.getString("stage"),
                row.getString("status"),
                row.getString("words"),
                row.getBoolean("is_reply"),
                row.getString("actor"),
                row.getString("detail"),
                id(row, "child")));
      }
    }
    return steps;
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<QueueId> id(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(IdNumber.toId(number));
  }
}
