package org.mailroom.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.database.TestDatabase;
import org.mailroom.hub.StoppedClock;
import org.mailroom.status.Node.Intake;
import org.mailroom.status.Node.Relaying;

/** Two hubs on one database see each other, for as long as each tells of itself. */
class NodesTest {

  private final StoppedClock clock = new StoppedClock();
  private Relaying relaying = Relaying.RUNNING;
  @TempDir private Path folder;
  private Database database;

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void hubsOnOneDatabaseSeeEachOther(TestDatabase kind) {
    database = kind.open(folder);
    Nodes one = nodes("one.test");
    Nodes two = nodes("two.test");
    two.beat();
    assertThat(list(two)).extracting(Node::name).containsExactly("two.test");
    relaying = Relaying.PAUSED;
    one.beat();
    two.beat();
    assertThat(list(one)).extracting(Node::name).containsExactly("one.test", "two.test");
    assertThat(list(one)).extracting(Node::relaying).contains(Relaying.RUNNING);
    assertThat(list(two)).extracting(Node::relaying).containsOnly(Relaying.PAUSED);
    assertThat(list(two)).extracting(Node::since).containsOnly(StoppedClock.START);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aHubThatIsGoneIsSeenSoAndForgottenAfterAMonth(TestDatabase kind) {
    database = kind.open(folder);
    Nodes one = nodes("one.test");
    nodes("two.test").beat();
    clock.pass(Duration.ofSeconds(59));
    one.beat();
    assertThat(list(one)).allMatch(node -> node.isAlive(clock.instant()));
    clock.pass(Duration.ofSeconds(1));
    one.beat();
    assertThat(list(one))
        .filteredOn(node -> node.isAlive(clock.instant()))
        .extracting(Node::name)
        .containsExactly("one.test");
    clock.pass(Duration.ofDays(30));
    one.beat();
    assertThat(list(one)).extracting(Node::name).containsExactly("one.test");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void withoutADatabaseAHubKnowsOfItself(TestDatabase kind) {
    database = kind.open(folder);
    Nodes one = nodes("one.test");
    database.<Integer>byJdbc(c -> c.createStatement().executeUpdate("drop table hub_node"));
    assertThatThrownBy(one::beat).isInstanceOf(DatabaseException.class);
    assertThat(list(one)).hasSize(1);
  }

  private Nodes nodes(String name) {
    return new Nodes(
        database,
        () -> new Node(name, "1.0", StoppedClock.START, Intake.OPEN, relaying, clock.instant()));
  }

  private static List<Node> list(Nodes nodes) {
    return nodes.with(nodes.here());
  }
}
