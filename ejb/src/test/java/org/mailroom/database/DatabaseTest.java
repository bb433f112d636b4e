package org.mailroom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same on H2 and on PostgreSQL. */
class DatabaseTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void openingTwiceKeepsWhatIsThere(TestDatabase kind) {
    DataSource source = kind.newSource(folder);
    Database first = new Database(source);
    first.open();
    first.change(DatabaseTest::insert);
    first.close();
    Database second = new Database(source);
    second.open();
    assertThat(second.<Object>read(DatabaseTest::count)).isEqualTo(1L);
    second.close();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void workThatFailsChangesNothing(TestDatabase kind) {
    Database database = kind.open(folder);
    assertThatThrownBy(
            () ->
                database.change(
                    entities -> {
                      insert(entities);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(database.<Object>read(DatabaseTest::count)).isEqualTo(0L);
    database.close();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tablesOfALaterHubAreRefused(TestDatabase kind) throws SQLException {
    DataSource source = kind.newSource(folder);
    Database now = new Database(source);
    now.open();
    now.close();
    execute(
        source,
        "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
            + " \"type\", \"script\", \"checksum\", \"installed_by\", \"installed_on\","
            + " \"execution_time\", \"success\") values (999, '999', 'later', 'SQL',"
            + " 'V999__later.sql', 1, 'x', current_timestamp, 1, true)");
    assertThatThrownBy(() -> new Database(source).open())
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("schema 999 of a later Mailroom")
        .hasNoCause();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aTableThatSomebodyChangedIsNamed(TestDatabase kind) throws SQLException {
    DataSource source = kind.newSource(folder);
    Database now = new Database(source);
    now.open();
    now.close();
    execute(source, "alter table audit_entry drop column reason");
    assertThatThrownBy(() -> new Database(source).open())
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("reason")
        .hasNoCause();
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidInASentence() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + folder.resolve("none") + ";IFEXISTS=TRUE");
    assertThatThrownBy(() -> new Database(source).open())
        .isInstanceOf(DatabaseException.class)
        .hasMessageStartingWith("The database can't be reached: ")
        .hasNoCause();
  }

  @Test
  void nothingIsReadBeforeItIsOpen() {
    Database database = new Database(TestDatabase.H2.newSource(folder));
    assertThatThrownBy(() -> database.<Object>read(DatabaseTest::count))
        .isInstanceOf(DatabaseException.class);
  }

  private static Object insert(EntityManager entities) {
    return entities
        .createNativeQuery(
            "insert into audit_entry (happened, actor, action, subject, reason, affected, ended,"
                + " outcome) values (current_timestamp, 'a', 'b', 'c', '', 0, true, '')")
        .executeUpdate();
  }

  private static Object count(EntityManager entities) {
    return entities.createNativeQuery("select count(*) from audit_entry").getSingleResult();
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
