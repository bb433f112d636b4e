package org.mailroom.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.queue.view.QueueOverview;
import org.mailroom.status.Health.Check;
import org.mailroom.status.Warning.Kind;

/** What keeps the hub from its work is down; what only needs a person is not. */
class HealthReaderTest {

  @Test
  void allIsUpWhenNothingIsMissing() {
    Health health = HealthReader.of(status(true));
    assertThat(health.ready()).isTrue();
    assertThat(health.checks())
        .extracting(Check::name)
        .containsExactly("listeners", "broker", "database", "disk");
  }

  @ParameterizedTest
  @CsvSource({
    "LISTENER_CLOSED, listeners",
    "BROKER_STOPPED, broker",
    "BROKER_UNAVAILABLE, broker",
    "DATABASE_DOWN, database",
    "DISK_FULL, disk",
    "DISK_EXHAUSTED, disk"
  })
  void whatIsMissingIsDown(Kind kind, String name) {
    Health health = HealthReader.of(status(kind != Kind.LISTENER_CLOSED, kind));
    assertThat(health.ready()).isFalse();
    assertThat(health.checks().stream().filter(check -> !check.up()))
        .extracting(Check::name)
        .containsExactly(name);
  }

  @Test
  void aHubThatStartsIsNotReady() {
    assertThat(HealthReader.of(status(false)).ready()).isFalse();
  }

  @Test
  void whatOnlyNeedsAPersonIsUp() {
    Kind[] mild = {Kind.DEAD_MAIL, Kind.DISK_LOW, Kind.INTAKE_PAUSED, Kind.CERTIFICATE_KEPT};
    assertThat(HealthReader.of(status(true, mild)).ready()).isTrue();
  }

  private static HubStatus status(boolean ready, Kind... kinds) {
    return new HubStatus(
        ready,
        Instant.EPOCH,
        new QueueOverview(Map.of(), Optional.empty()),
        List.of(),
        Arrays.stream(kinds).map(kind -> new Warning(kind, "x")).toList());
  }
}
