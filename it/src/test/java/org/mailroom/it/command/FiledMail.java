package org.mailroom.it.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.mailroom.postgres.PostgresCluster;

/**
 * What a hub has filed, read from its database without the hub. An H2 that a hub has open is copied
 * first, so nothing may be filed meanwhile.
 */
public final class FiledMail {

  private static final Path COPIES = Path.of("target/h2-copies").toAbsolutePath();
  private static final String COPIES_BY_ACCOUNT =
      "select a.address, count(*) from stored_message m"
          + " join message_content c on c.id = m.content_id"
          + " join mailbox b on b.id = m.mailbox_id"
          + " join mail_account a on a.account_id = b.account_id"
          + " where c.queue_id = ? group by a.address";

  private FiledMail() {}

  /** How many copies of a mail each account has that has one. */
  public static Map<String, Integer> copies(Hub hub, String queueId) throws IOException {
    Map<String, Integer> copies = new TreeMap<>();
    try (Connection database = connect(hub);
        PreparedStatement query = database.prepareStatement(COPIES_BY_ACCOUNT)) {
      query.setString(1, queueId);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          copies.put(rows.getString(1), rows.getInt(2));
        }
      }
    } catch (SQLException e) {
      throw new IOException("What is filed can't be read", e);
    }
    return copies;
  }

  private static Connection connect(Hub hub) throws IOException, SQLException {
    if (hub.databaseUrl().isPresent()) {
      return DriverManager.getConnection(hub.databaseUrl().get(), PostgresCluster.USER, "");
    }
    Files.createDirectories(COPIES);
    Path copy = Files.createTempDirectory(COPIES, "of-hub").resolve("mailroom");
    Files.copy(hub.data().resolve("database/mailroom.mv.db"), Path.of(copy + ".mv.db"));
    return DriverManager.getConnection("jdbc:h2:file:" + copy, "mailroom", "mailroom");
  }
}
