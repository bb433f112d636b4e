package org.mailroom.tracking.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.tracking.store.TraceLead.Range;

/**
 * Reads rows downwards from the newest, in pieces, along the way that has the fewest of them, until
 * a page is full. Each statement goes along one index in its order, so that the database has no
 * choice to make.
 */
final class TraceScan {

  /** Blocks that are read before a beginning is looked for: what is frequent fills a page there. */
  private static final int LATEST = 10;

  private static final String RANGE =
      "select "
          + FoundRow.COLUMNS
          + " from trace_recipient where number >= ? and number < ? order by number desc";

  /** The first row of a mail has its client, and the others are right behind it. */
  private static final String RANGE_OF_CLIENT =
      "select "
          + FoundRow.COLUMNS
          + " from trace_recipient r where number >= ? and number < ? and (select f.client"
          + " from trace_recipient f where f.number = r.number - r.nth) = ? order by number desc";

  private final Connection connection;
  private final TraceFilter filter;
  private final int size;
  private final List<FoundRow> found = new ArrayList<>();

  private TraceScan(Connection connection, TraceFilter filter, int size) {
    this.connection = connection;
    this.filter = filter;
    this.size = size;
  }

  /** The first so many rows below the place where the filter begins. */
  static List<FoundRow> page(Connection connection, TraceFilter filter, int size)
      throws SQLException {
    TraceScan scan = new TraceScan(connection, filter, size);
    scan.read();
    return scan.found;
  }

  private void read() throws SQLException {
    if (filter.mail().isPresent()) {
      readMail(filter.mail().getAsLong());
      return;
    }
    switch (TraceLead.of(connection, filter)) {
      case TraceLead.Name name -> readRanges(name, Integer.MAX_VALUE);
      case TraceLead.Beginning beginning -> {
        if (!readRanges(new TraceLead.Name(TraceKeys.ALL), LATEST)) {
          found.clear();
          readBlocks(beginning);
        }
      }
    }
  }

  private void readMail(long mail) throws SQLException {
    Optional<Range> range = MailPlace.of(connection, mail);
    if (range.isPresent()) {
      readRange(range.get(), filter.below());
    }
  }

  /** Blocks of one name don't overlap. True when the page is full. */
  private boolean readRanges(TraceLead.Name name, int most) throws SQLException {
    long below = filter.below();
    int read = 0;
    List<Range> ranges = name.next(connection, filter.from(), below);
    while (!ranges.isEmpty()) {
      for (Range range : ranges) {
        if (readRange(range, below)) {
          return true;
        }
        if (++read == most) {
          return false;
        }
        below = range.first();
      }
      ranges = name.next(connection, filter.from(), below);
    }
    return false;
  }

  /** Blocks of several names overlap; what is above the lowest row read has been read. */
  private void readBlocks(TraceLead.Beginning words) throws SQLException {
    long below = filter.below();
    for (Range range : words.blocks(connection, filter.from(), below)) {
      if (range.first() < below) {
        if (readRange(range, below)) {
          return;
        }
        below = range.first();
      }
    }
  }

  /** A block: few enough rows to be read at once. */
  private boolean readRange(Range range, long below) throws SQLException {
    String sql = filter.client().isPresent() ? RANGE_OF_CLIENT : RANGE;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, Math.max(filter.from(), range.first()));
      statement.setLong(2, Math.min(below, range.last() + 1));
      if (filter.client().isPresent()) {
        statement.setString(3, filter.client().get());
      }
      return take(statement);
    }
  }

  /** True when the page is full. */
  private boolean take(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        FoundRow next = FoundRow.read(row);
        if (filter.matches(next)) {
          found.add(next);
          if (found.size() == size) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
