package org.mailroom.tracking.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.mail.QueueId;
import org.mailroom.tracking.store.TraceLead.Range;

/** Finds traces. Every method throws {@link DatabaseException} when the database doesn't answer. */
@Singleton
public class TraceSearch {

  private static final String STEP =
      "recipient, kind, happened, attempt, next_hop, remote_mta, stage, status, words, is_reply,"
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
      "select accepted, sender, sender_key, subject, bytes, client, submitter, helo, protocol,"
          + " recipients, parent from trace_recipient where number = ?";

  private static final String SUBJECT = "select subject from trace_recipient where number = ?";

  private static final String RECIPIENTS =
      "select "
          + FoundRow.COLUMNS
          + " from trace_recipient where number >= ? and number <= ? order by number fetch first "
          + Trace.MAX_STEPS
          + " rows only";

  /** Rows whose last event is looked at for one page: some tenths of a second. */
  private static final int MOST_LOOKED_AT = 10_000;

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
    return page(query).rows();
  }

  /**
   * The same, with the place where the next page begins. What happened last has no index: an
   * outcome is looked for in a number of rows, and the next page goes on behind them.
   *
   * @throws IllegalArgumentException when something in the query is malformed
   */
  public TracePage page(TraceQuery query) {
    TraceFilter filter = TraceFilter.of(query);
    Optional<OutcomePattern> outcome = OutcomePattern.parse(query.outcome());
    return database.byJdbc(connection -> page(connection, query.size(), filter, outcome));
  }

  private static TracePage page(
      Connection connection, int size, TraceFilter filter, Optional<OutcomePattern> outcome)
      throws SQLException {
    int piece = outcome.isEmpty() ? size : TraceQuery.MAX_PAGE;
    List<TraceRow> page = new ArrayList<>();
    TraceFilter rest = filter;
    try (PreparedStatement last = connection.prepareStatement(LAST)) {
      for (int looked = 0; looked < MOST_LOOKED_AT; looked += piece) {
        List<FoundRow> found = TraceScan.page(connection, rest, piece);
        for (FoundRow each : found) {
          TraceRow row = row(each, last);
          if (outcome.isEmpty() || outcome.get().matches(row.last())) {
            page.add(row);
          }
          if (page.size() == size) {
            return new TracePage(page, row.place());
          }
        }
        if (found.size() < piece) {
          return new TracePage(page, "");
        }
        rest = rest.below(found.getLast().number());
      }
    }
    return new TracePage(page, TraceFilter.place(rest.below()));
  }

  /** The trace of one mail, if the database has it. */
  public Optional<Trace> show(QueueId id) {
    return database.byJdbc(
        connection -> {
          Optional<Range> rows = MailPlace.of(connection, IdNumber.of(id));
          return rows.isPresent() ? show(connection, id, rows.get()) : Optional.empty();
        });
  }

  /** The subjects of mails; one that the database doesn't have is missing. */
  public Map<QueueId, String> subjects(Collection<QueueId> ids) {
    return database.byJdbc(
        connection -> {
          Map<QueueId, String> subjects = new HashMap<>();
          try (PreparedStatement statement = connection.prepareStatement(SUBJECT)) {
            for (QueueId id : ids) {
              Optional<Range> rows = MailPlace.of(connection, IdNumber.of(id));
              if (rows.isPresent()) {
                statement.setLong(1, rows.get().first());
                subject(statement).ifPresent(subject -> subjects.put(id, subject));
              }
            }
          }
          return subjects;
        });
  }

  private static Optional<String> subject(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  private static TraceRow row(FoundRow row, PreparedStatement last) throws SQLException {
    last.setLong(1, row.mail());
    last.setString(2, row.recipientKey());
    List<TraceStep> step = steps(last);
    return new TraceRow(
        IdNumber.toId(row.mail()),
        Instant.ofEpochMilli(row.accepted()),
        row.sender(),
        row.recipient(),
        row.subject(),
        row.bytes(),
        step.isEmpty() ? row.outcome() : Optional.of(step.getFirst()),
        TraceFilter.place(row.number()));
  }

  private static Optional<Trace> show(Connection connection, QueueId id, Range rows)
      throws SQLException {
    List<String> recipients = new ArrayList<>();
    List<TraceStep> steps = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(RECIPIENTS)) {
      statement.setLong(1, rows.first());
      statement.setLong(2, rows.last());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          FoundRow next = FoundRow.read(row);
          if (recipients.size() < Trace.MAX_RECIPIENTS) {
            recipients.add(next.recipient());
          }
          next.outcome().ifPresent(steps::add);
        }
      }
    }
    steps.sort(Comparator.comparing(TraceStep::happened));
    steps.addAll(events(connection, id));
    int tooMany = Math.max(0, steps.size() - Trace.MAX_STEPS);
    return show(connection, id, rows, recipients, steps.subList(tooMany, steps.size()));
  }

  private static Optional<Trace> show(
      Connection connection, QueueId id, Range rows, List<String> recipients, List<TraceStep> steps)
      throws SQLException {
    try (PreparedStatement mail = connection.prepareStatement(MAIL)) {
      mail.setLong(1, rows.first());
      try (ResultSet row = mail.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Trace(
                id,
                Instant.ofEpochMilli(row.getLong("accepted")),
                FoundRow.orKey(row.getString("sender"), row.getString("sender_key")),
                row.getString("subject"),
                row.getLong("bytes"),
                row.getString("client"),
                row.getString("submitter"),
                row.getString("helo"),
                row.getString("protocol"),
                recipients,
                row.getInt("recipients"),
                id(row, "parent"),
                steps));
      }
    }
  }

  private static List<TraceStep> events(Connection connection, QueueId id) throws SQLException {
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
            FoundRow.step(
                row,
                row.getString("recipient"),
                row.getString("actor"),
                row.getString("detail"),
                id(row, "child")));
      }
    }
    return steps;
  }

  private static Optional<QueueId> id(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(IdNumber.toId(number));
  }
}
