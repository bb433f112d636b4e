package org.mailroom.metrics.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The statements about points of one hub in the database. */
final class PointTable {

  private static final String INSERT =
      "insert into metric_point (node, step, happened, seconds, accepted, octets, delivered,"
          + " relayed, deferred, failed, refused, queued, oldest, sessions, disk) values"
          + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String READ =
      "select happened, seconds, accepted, octets, delivered, relayed, deferred, failed, refused,"
          + " queued, oldest, sessions, disk from metric_point"
          + " where node = ? and step = ? and happened > ? order by happened";

  /** Of whichever hub: one that is gone has nobody else to forget it. */
  private static final String DELETE = "delete from metric_point where step = ? and happened < ?";

  private final String node;

  PointTable(String node) {
    this.node = node;
  }

  Void insert(Connection connection, Duration step, Point point) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, node);
      statement.setLong(2, step.toSeconds());
      statement.setLong(3, point.time().toEpochMilli());
      statement.setLong(4, point.seconds());
      statement.setLong(5, point.accepted());
      statement.setLong(6, point.octets());
      statement.setLong(7, point.delivered());
      statement.setLong(8, point.relayed());
      statement.setLong(9, point.deferred());
      statement.setLong(10, point.failed());
      statement.setLong(11, point.refused());
      statement.setLong(12, point.queued());
      statement.setLong(13, point.oldest());
      statement.setLong(14, point.sessions());
      statement.setDouble(15, point.disk());
      statement.executeUpdate();
    }
    return null;
  }

  List<Point> read(Connection connection, Duration step, Instant since) throws SQLException {
    List<Point> points = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setString(1, node);
      statement.setLong(2, step.toSeconds());
      statement.setLong(3, since.toEpochMilli());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          points.add(point(rows));
        }
      }
    }
    return points;
  }

  private static Point point(ResultSet row) throws SQLException {
    return new Point(
        Instant.ofEpochMilli(row.getLong(1)),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        row.getLong(10),
        row.getLong(11),
        row.getLong(12),
        row.getDouble(13));
  }

  int forget(Connection connection, Duration step, Instant before) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      statement.setLong(1, step.toSeconds());
      statement.setLong(2, before.toEpochMilli());
      return statement.executeUpdate();
    }
  }
}
