package org.mailroom.status;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.status.Node.Intake;
import org.mailroom.status.Node.Relaying;

/** The statements about hubs in the database. */
final class NodeTable {

  private static final String UPDATE =
      "update hub_node set version = ?, since = ?, intake = ?, relaying = ?, seen = ?"
          + " where name = ?";
  private static final String INSERT =
      "insert into hub_node (version, since, intake, relaying, seen, name) values"
          + " (?, ?, ?, ?, ?, ?)";
  private static final String READ =
      "select name, version, since, intake, relaying, seen from hub_node order by name";
  private static final String DELETE = "delete from hub_node where seen < ?";

  private NodeTable() {}

  /** Writes what a hub tells of itself over what it told before. */
  static void keep(Connection connection, Node node) throws SQLException {
    if (write(connection, UPDATE, node) == 0) {
      write(connection, INSERT, node);
    }
  }

  private static int write(Connection connection, String sql, Node node) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, node.version());
      statement.setLong(2, node.since().toEpochMilli());
      statement.setString(3, node.intake().name());
      statement.setString(4, node.relaying().name());
      statement.setLong(5, node.seen().toEpochMilli());
      statement.setString(6, node.name());
      return statement.executeUpdate();
    }
  }

  /** All hubs, by name. */
  static List<Node> all(Connection connection) throws SQLException {
    List<Node> nodes = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(READ);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        nodes.add(
            new Node(
                rows.getString(1),
                rows.getString(2),
                Instant.ofEpochMilli(rows.getLong(3)),
                Intake.valueOf(rows.getString(4)),
                Relaying.valueOf(rows.getString(5)),
                Instant.ofEpochMilli(rows.getLong(6))));
      }
    }
    return nodes;
  }

  /** Removes hubs that nobody has seen since. */
  static void forget(Connection connection, Instant since) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      statement.setLong(1, since.toEpochMilli());
      statement.executeUpdate();
    }
  }
}
