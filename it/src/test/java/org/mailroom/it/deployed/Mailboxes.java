package org.mailroom.it.deployed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.postgres.PostgresCluster;

/**
 * What is in the mailboxes of the deployed hub, read from its database. The hub has locked the file
 * of its H2, so a copy of that is read: what the mail log says to be filed is in the file.
 */
final class Mailboxes {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path FILE = DeployedHub.DATA.resolve("database/mailroom.mv.db");

  /** The file may be copied in the middle of a commit, and is copied again then. */
  private static final int MOST_COPIES = 10;

  private static final String H2_OPTIONS = ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0";

  private static final String MESSAGES =
      """
      select b.name, m.trace, k.octets, m.uid, k.number
      from mail_account a
        join mailbox b on b.account_id = a.account_id
        join stored_message m on m.mailbox_id = b.id
        join content_chunk k on k.content_id = m.content_id
      where a.address = ? order by b.name, m.uid, k.number
      """;

  private Mailboxes() {}

  /**
   * A message of one chunk.
   *
   * @param mailbox its name
   * @param trace the fields that final delivery wrote
   * @param text as it was received, one character an octet
   */
  record Filed(String mailbox, String trace, String text) {

    /** As it was received. */
    byte[] content() {
      return text.getBytes(ISO_8859_1);
    }
  }

  /** All messages of an account, by mailbox and UID. */
  static List<Filed> of(String address) throws IOException {
    try {
      return DeployedDatabase.url().isPresent()
          ? read(DeployedDatabase.url().get(), PostgresCluster.USER, "", address)
          : ofCopy(address);
    } catch (SQLException e) {
      throw new IOException("The mailboxes can't be read", e);
    }
  }

  private static List<Filed> ofCopy(String address) throws IOException, SQLException {
    Path folder = Files.createTempDirectory("mailroom-it");
    Path copy = folder.resolve("copy.mv.db");
    try {
      for (int i = 1; ; i++) {
        Files.copy(FILE, copy, StandardCopyOption.REPLACE_EXISTING);
        try {
          return read(
              "jdbc:h2:file:" + folder.resolve("copy") + H2_OPTIONS,
              "mailroom",
              "mailroom",
              address);
        } catch (SQLException e) {
          if (i == MOST_COPIES) {
            throw e;
          }
        }
      }
    } finally {
      Files.deleteIfExists(copy);
      Files.delete(folder);
    }
  }

  /** Waits until an account has so many messages, and returns all. */
  static List<Filed> await(String address, int count) {
    return org.awaitility.Awaitility.await("mails for " + address)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> of(address), mails -> mails.size() >= count);
  }

  /** Waits for the first message, and returns it. */
  static Filed awaitOne(String address) {
    return await(address, 1).get(0);
  }

  private static List<Filed> read(String url, String user, String password, String address)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        PreparedStatement select = connection.prepareStatement(MESSAGES)) {
      select.setString(1, address);
      List<Filed> messages = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (rows.getInt(5) > 0) {
            throw new SQLException("A message of more than one chunk");
          }
          messages.add(
              new Filed(
                  rows.getString(1), rows.getString(2), new String(rows.getBytes(3), ISO_8859_1)));
        }
      }
      return messages;
    }
  }
}
