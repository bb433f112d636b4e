package org.mailroom.tracking.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.mailroom.tracking.store.TraceLead.Range;

/**
 * Where the rows of a mail are: numbers have the time of acceptance, which is soon after that of
 * the id, and for the others there is a table.
 */
final class MailPlace {

  private static final String SOON =
      "select number, recipients from trace_recipient"
          + " where number >= ? and number < ? and mail = ? and nth = 0";

  private static final String LATE =
      "select r.number, r.recipients from trace_late l"
          + " join trace_recipient r on r.number = l.number where l.id = ? and r.mail = l.id";

  private MailPlace() {}

  /** The numbers of its rows, if it has any. */
  static Optional<Range> of(Connection connection, long mail) throws SQLException {
    try (PreparedStatement soon = connection.prepareStatement(SOON);
        PreparedStatement late = connection.prepareStatement(LATE)) {
      soon.setLong(1, IdNumber.first(mail));
      soon.setLong(2, IdNumber.end(mail));
      soon.setLong(3, mail);
      late.setLong(1, mail);
      Optional<Range> found = range(soon);
      return found.isPresent() ? found : range(late);
    }
  }

  private static Optional<Range> range(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(new Range(row.getLong(1), row.getLong(1) + row.getInt(2) - 1))
          : Optional.empty();
    }
  }
}
