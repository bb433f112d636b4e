package org.mailroom.tracking.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mailroom.tracking.store.AddressPattern.Kind;

/** The part of a query that leads to its rows; the other parts are looked at row by row. */
sealed interface TraceLead {

  /** Where counting ends: more is frequent. */
  int FREQUENT = 1_000;

  String COUNT =
      "select count(*) from (select 1 as one from trace_key where first_number < ? and %s"
          + " fetch first "
          + FREQUENT
          + " rows only) counted";

  /** Ranges or numbers that are read at once. */
  int PIECE = 200;

  /** Numbers of rows, the last included. */
  record Range(long first, long last) {}

  /** How many entries lead so, at most {@link #FREQUENT}. */
  int count(Connection connection, long below) throws SQLException;

  /** A name in {@code trace_key}. */
  record Name(String text) implements TraceLead {

    private static final String RANGES =
        "select first_number, last_number from trace_key where name = ? and first_number < ?"
            + " order by name, first_number desc fetch first "
            + PIECE
            + " rows only";

    @Override
    public int count(Connection connection, long below) throws SQLException {
      return TraceLead.count(connection, "name = ?", below, text);
    }

    /** The next ranges, downwards. */
    List<Range> next(Connection connection, long from, long below) throws SQLException {
      List<Range> ranges = new ArrayList<>();
      try (PreparedStatement statement = connection.prepareStatement(RANGES)) {
        statement.setString(1, text);
        statement.setLong(2, below);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next() && row.getLong(2) >= from) {
            ranges.add(new Range(row.getLong(1), row.getLong(2)));
          }
        }
      }
      return ranges;
    }
  }

  /** How names in {@code trace_key} begin. */
  record Beginning(String text) implements TraceLead {

    private static final String BLOCKS =
        "select min(first_number), last_number from trace_key where name >= ? and name < ?"
            + " and first_number < ? and last_number >= ?"
            + " group by last_number order by last_number desc";

    @Override
    public int count(Connection connection, long below) throws SQLException {
      return TraceLead.count(connection, "name >= ? and name < ?", below, text, end(text));
    }

    /** All ranges, those that end last first. */
    List<Range> blocks(Connection connection, long from, long below) throws SQLException {
      List<Range> ranges = new ArrayList<>();
      try (PreparedStatement statement = connection.prepareStatement(BLOCKS)) {
        statement.setString(1, text);
        statement.setString(2, end(text));
        statement.setLong(3, below);
        statement.setLong(4, from);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            ranges.add(new Range(row.getLong(1), row.getLong(2)));
          }
        }
      }
      return ranges;
    }

    /** The least text behind all that begin so. */
    private static String end(String text) {
      int last = text.codePointBefore(text.length());
      int next = last == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : last + 1;
      return text.substring(0, text.length() - Character.charCount(last))
          + Character.toString(Math.min(next, Character.MAX_CODE_POINT));
    }
  }

  /** The part with the fewest entries; of those that are all frequent, the narrowest kind. */
  static TraceLead of(Connection connection, TraceFilter filter) throws SQLException {
    List<TraceLead> leads = leads(filter);
    TraceLead best = leads.isEmpty() ? new Name(TraceKeys.ALL) : leads.getFirst();
    int fewest = leads.size() > 1 ? best.count(connection, filter.below()) : 0;
    for (int i = 1; i < leads.size(); i++) {
      int count = leads.get(i).count(connection, filter.below());
      if (count < fewest) {
        fewest = count;
        best = leads.get(i);
      }
    }
    return best;
  }

  private static List<TraceLead> leads(TraceFilter filter) {
    List<TraceLead> leads = new ArrayList<>();
    Optional<AddressPattern> to = filter.recipient();
    Optional<AddressPattern> from = filter.sender();
    with(to, Kind.ADDRESS, text -> leads.add(new Name(TraceKeys.ofRecipient(text))));
    with(from, Kind.ADDRESS, text -> leads.add(new Name(TraceKeys.ofSender(text))));
    for (WordPattern word : filter.words()) {
      if (!word.isBeginning()) {
        leads.add(new Name(word.text()));
      }
    }
    with(to, Kind.DOMAIN, text -> leads.add(new Name(TraceKeys.ofRecipient("@" + text))));
    with(from, Kind.DOMAIN, text -> leads.add(new Name(TraceKeys.ofSender("@" + text))));
    for (WordPattern word : filter.words()) {
      if (word.isBeginning()) {
        leads.add(new Beginning(word.text()));
      }
    }
    with(to, Kind.PREFIX, text -> leads.add(new Beginning(TraceKeys.ofRecipient(text))));
    with(from, Kind.PREFIX, text -> leads.add(new Beginning(TraceKeys.ofSender(text))));
    return leads;
  }

  private static void with(Optional<AddressPattern> pattern, Kind kind, Consumer<String> use) {
    pattern.filter(it -> it.kind() == kind).ifPresent(it -> use.accept(it.text()));
  }

  private static int count(Connection connection, String condition, long below, String... names)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT.formatted(condition))) {
      statement.setLong(1, below);
      for (int i = 0; i < names.length; i++) {
        statement.setString(i + 2, names[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
