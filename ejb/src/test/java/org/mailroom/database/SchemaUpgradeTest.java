package org.mailroom.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database of an earlier version, with something in each of its tables, is read by this one. */
class SchemaUpgradeTest {

  /** What a hub with the schema of this number had written, in the order of the schemas. */
  private static final List<List<String>> WRITTEN =
      List.of(
          List.of(
              "insert into audit_entry (happened, actor, action, subject, reason, affected, ended,"
                  + " outcome, value_before, value_after) values (current_timestamp, 'ann', 'hold',"
                  + " 'from:*@corp.test', 'a loop', 7, true, '7 held', '5', '10')"),
          List.of(
              "insert into standing_pause (subject, actor, reason, since) values"
                  + " ('intake', 'ann', 'moving', current_timestamp)",
              "insert into standing_limit (next_hop, connections, actor, reason, since) values"
                  + " ('mx.test', 2, 'ann', 'they asked', current_timestamp)"),
          List.of(
              "insert into directory_state (id, revision, srs_key) values (1, 5, 'c2VjcmV0')",
              "insert into directory_domain (domain_key, name, relay, quota_octets,"
                  + " quota_messages, language) values ('corp.test', 'corp.test', false, 0, 0,"
                  + " 'en')",
              "insert into directory_account (address_key, address, name, quota_octets,"
                  + " quota_messages, enabled, language, keeps_copy) values ('ann@corp.test',"
                  + " 'ann@corp.test', 'Ann', 0, 0, true, 'en', true)",
              "insert into api_token (name, hash, role, actor, made) values ('monitor', 'h',"
                  + " 'auditor', 'ann', current_timestamp)"),
          List.of(
              "insert into message_content (queue_id, size, structure) values"
                  + " ('01HZY8Q2K3M4N', 5, 'text')",
              "insert into moderated_mail (part_key, token, created, asked) values"
                  + " ('01HZY8Q2K3M4N/1', 'abcdefghjkmn', current_timestamp, true)",
              "insert into mail_account (account_id, address, octets, messages, next_uid_validity)"
                  + " values (7, 'ann@corp.test', 0, 0, 102)",
              "insert into mail_account (account_id, address, octets, messages, next_uid_validity)"
                  + " values (8, 'bob@corp.test', 0, 0, 200)",
              "insert into mailbox (account_id, name, uid_validity, uid_next, highest_modseq,"
                  + " subscribed) values (7, 'INBOX', 100, 5, 9, true)",
              "insert into mailbox (account_id, name, uid_validity, uid_next, highest_modseq,"
                  + " subscribed) values (7, 'Sent', 101, 1, 1, false)"),
          List.of(
              "insert into trace_mail (id, accepted, sender, subject, bytes, client, helo, protocol,"
                  + " recipients, parent) values (7, current_timestamp, 'ann@corp.test', 'Lunch', 42,"
                  + " '192.0.2.1', 'ws12', 'ESMTP', 1, null)"));

  /** From this schema on a hub makes all mailboxes of an account itself. */
  private static final int WITH_ALL_MAILBOXES = 8;

  /** Traces have other tables from this schema on. */
  private static final int OTHER_TRACES = 7;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "H2, 1",
    "H2, 2",
    "H2, 3",
    "H2, 4",
    "H2, 5",
    "H2, 6",
    "H2, 7",
    "H2, 8",
    "H2, 9",
    "H2, 10",
    "H2, 11",
    "H2, 12",
    "POSTGRESQL, 1",
    "POSTGRESQL, 2",
    "POSTGRESQL, 3",
    "POSTGRESQL, 4",
    "POSTGRESQL, 5",
    "POSTGRESQL, 6",
    "POSTGRESQL, 7",
    "POSTGRESQL, 8",
    "POSTGRESQL, 9",
    "POSTGRESQL, 10",
    "POSTGRESQL, 11",
    "POSTGRESQL, 12",
  })
  void whatEachEarlierSchemaHeldIsThereAfterTheUpgrade(TestDatabase kind, int schema)
      throws SQLException {
    DataSource source = kind.newSource(folder);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:org/mailroom/database/migration")
        .placeholders(Map.of("binary", kind == TestDatabase.H2 ? "" : "collate \"C\""))
        .target(Integer.toString(schema))
        .load()
        .migrate();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String insert : written(schema)) {
        statement.execute(insert);
      }
    }
    Database now = new Database(source);
    now.open();
    assertThat(count(now, "audit_entry where subject = 'from:*@corp.test' and affected = 7"))
        .isEqualTo(1);
    assertThat(count(now, "directory_state where organisation = ''"))
        .isEqualTo(schema >= 3 ? 1 : 0);
    assertThat(count(now, "standing_pause where reason = 'moving'")).isEqualTo(schema >= 2 ? 1 : 0);
    assertThat(count(now, "standing_limit where connections = 2")).isEqualTo(schema >= 2 ? 1 : 0);
    assertThat(count(now, "directory_account where name = 'Ann' and imap_off = ''"))
        .isEqualTo(schema >= 3 ? 1 : 0);
    assertThat(count(now, "api_token where role = 'auditor'")).isEqualTo(schema >= 3 ? 1 : 0);
    assertThat(count(now, "moderated_mail where asked")).isEqualTo(schema >= 4 ? 1 : 0);
    if (schema >= 4 && schema < WITH_ALL_MAILBOXES) {
      assertThat(count(now, "mailbox where account_id in (7, 8)")).isEqualTo(12);
      assertEveryAccountHasItsMailboxes(now);
    }
    assertThat(idsOfContentsGoOnAfter(now, kind)).isEqualTo(schema >= 4 ? 1 : 0);
    // Traces of schemas 5 and 6, which no release had, are not kept.
    assertThat(count(now, "trace_recipient")).isZero();
    now.close();
  }

  /** A value of the sequence stands for itself and the 49 before it. */
  private static long idsOfContentsGoOnAfter(Database database, TestDatabase kind) {
    String next =
        kind == TestDatabase.H2
            ? "base_value from information_schema.sequences where sequence_name = upper('%s')"
            : "last_value from %s";
    return number(database, next.formatted("message_content_ids")) - 50;
  }

  private static List<String> written(int schema) {
    return WRITTEN.subList(0, Math.min(schema, WRITTEN.size())).stream()
        .flatMap(List::stream)
        .filter(insert -> schema < OTHER_TRACES || !insert.contains("trace_mail"))
        .filter(insert -> schema < WITH_ALL_MAILBOXES || !insert.contains("into mailbox "))
        .toList();
  }

  private static void assertEveryAccountHasItsMailboxes(Database now) {
    assertThat(count(now, "mailbox where uid_validity = 101 and name = 'Sent'")).isEqualTo(1);
    assertThat(count(now, "mailbox where special_use like '_' || name")).isEqualTo(10);
    assertThat(count(now, "mailbox where uid_next = 5 and name = 'INBOX'")).isEqualTo(1);
    assertThat(count(now, "subscription")).isEqualTo(12);
    String same = "other.account_id = b.account_id and other.uid_validity = b.uid_validity";
    assertThat(count(now, "mailbox b join mailbox other on " + same)).isEqualTo(12);
    String higher = "a.account_id = b.account_id and a.next_uid_validity > b.uid_validity";
    assertThat(count(now, "mailbox b join mail_account a on " + higher)).isEqualTo(12);
  }

  private static long count(Database database, String what) {
    return number(database, "count(*) from " + what);
  }

  private static long number(Database database, String what) {
    return ((Number)
            database.<Object>read(
                entities -> entities.createNativeQuery("select " + what).getSingleResult()))
        .longValue();
  }
}
