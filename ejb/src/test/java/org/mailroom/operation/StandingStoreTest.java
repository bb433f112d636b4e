package org.mailroom.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.hub.Pause;
import org.mailroom.relay.HopLimits;

/** The same on H2 and on PostgreSQL. */
class StandingStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path folder;
  private Database database;

  private StandingStore open(TestDatabase kind) {
    database = kind.open(folder);
    return new StandingStore(database);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPauseIsKeptUntilItEnds(TestDatabase kind) {
    StandingStore store = open(kind);
    Pause endless = new Pause("ann", "moving", NOW, Optional.empty());
    Pause short1 = new Pause("bob", "lunch", NOW, Optional.of(NOW.plusSeconds(60)));
    store.keep("intake", endless);
    store.keep("[192.0.2.1]:25", short1);
    assertThat(store.pauses(NOW))
        .extracting(StandingPause::subject, StandingPause::pause)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("intake", endless),
            org.assertj.core.groups.Tuple.tuple("[192.0.2.1]:25", short1));
    assertThat(store.pauses(NOW.plusSeconds(61))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLaterPauseReplacesAnEarlierOneAndCanBeRemoved(TestDatabase kind) {
    StandingStore store = open(kind);
    store.keep("relay", new Pause("ann", "first", NOW, Optional.empty()));
    store.keep("relay", new Pause("ann", "second", NOW, Optional.empty()));
    assertThat(store.pauses(NOW)).extracting(p -> p.pause().reason()).containsExactly("second");
    store.removePause("relay");
    store.removePause("relay");
    assertThat(store.pauses(NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void limitsAreKept(TestDatabase kind) {
    StandingStore store = open(kind);
    HopLimits limits = new HopLimits(OptionalInt.of(2), OptionalInt.empty());
    store.keep(new StandingLimit("mx.test", limits, "ann", "they asked", NOW));
    assertThat(store.limits()).extracting(StandingLimit::limits).containsExactly(limits);
    store.removeLimit("mx.test");
    assertThat(store.limits()).isEmpty();
  }
}
