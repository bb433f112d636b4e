package org.mailroom.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.QueueId;

class TraceBacklogTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void whatDoesNotFitIsDroppedAndCounted() {
    TraceBacklog backlog = new TraceBacklog(2);
    for (int i = 0; i < 5; i++) {
      backlog.add(event(i));
    }
    assertThat(backlog.size()).isEqualTo(2);
    assertThat(backlog.dropped()).isEqualTo(3);
    assertThat(backlog.lastDropped()).hasValue(NOW);
  }

  @Test
  void whatIsTakenMakesRoomAndComesInItsOrder() {
    TraceBacklog backlog = new TraceBacklog(2);
    backlog.add(event(1));
    backlog.add(event(2));
    assertThat(backlog.take(1)).containsExactly(event(1));
    backlog.add(event(3));
    assertThat(backlog.take(10)).containsExactly(event(2), event(3));
    assertThat(backlog.dropped()).isZero();
  }

  @Test
  void knowsWhetherSoManyRecipientsAreThere() {
    TraceBacklog backlog = new TraceBacklog(10);
    assertThat(backlog.holds(1)).isFalse();
    backlog.add(event(1));
    backlog.add(event(2));
    assertThat(backlog.holds(2)).isTrue();
    assertThat(backlog.holds(3)).isFalse();
    backlog.take(1);
    assertThat(backlog.holds(2)).isFalse();
  }

  @Test
  void oneThatIsOffTakesNothingAndMissesNothing() {
    TraceBacklog backlog = new TraceBacklog(0);
    backlog.add(event(1));
    assertThat(backlog.isOn()).isFalse();
    assertThat(backlog.take(10)).isEmpty();
    assertThat(backlog.dropped()).isZero();
  }

  private static TraceEvent event(int attempt) {
    return new TraceEvent.Happened(
        QueueId.of("01HZY8Q2K3M4N"),
        NOW,
        TraceKind.DEFERRED,
        "bob@x.test",
        attempt,
        "hop",
        Optional.empty(),
        "",
        "",
        Optional.empty());
  }
}
