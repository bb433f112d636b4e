package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailroom.hub.Pause;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.queue.QueueIndex;
import org.mailroom.relay.DestinationStatus;
import org.mailroom.relay.HopLimits;
import org.mailroom.relay.HopState;

class DestinationsResourceTest {

  private static final Instant SINCE = Instant.parse("2026-11-03T03:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-03T03:30:00Z");

  @Test
  void aNextHopThatIsDownSaysUntilWhenAndWhy() {
    DestinationStatus down =
        new DestinationStatus(
            "mx.example.test",
            HopState.DOWN,
            SINCE,
            Optional.of(UNTIL),
            Optional.empty(),
            5,
            0,
            3,
            HopLimits.NONE,
            Optional.of(
                Diagnosis.ofHub("connect", EnhancedStatusCode.of("4.4.1"), "Connection refused")));
    assertThat(json(down))
        .isEqualTo(
            "{\"next_hop\":\"mx.example.test\",\"state\":\"down\","
                + "\"since\":\"2026-11-03T03:00:00Z\",\"until\":\"2026-11-03T03:30:00Z\","
                + "\"mails\":0,\"connections_in_use\":0,\"connections\":5,\"mails_per_minute\":3,"
                + "\"last_error\":{\"stage\":\"connect\","
                + "\"status\":\"4.4.1\",\"text\":\"Connection refused\",\"reply\":false}}");
  }

  @Test
  void aNextHopThatIsPausedSaysWhoStoppedItAndItsLimits() {
    DestinationStatus paused =
        new DestinationStatus(
            "mx.example.test",
            HopState.PAUSED,
            SINCE,
            Optional.of(UNTIL),
            Optional.of(new Pause("ann", "They move house", SINCE, Optional.of(UNTIL))),
            2,
            0,
            0,
            new HopLimits(OptionalInt.of(2), OptionalInt.of(60)),
            Optional.empty());
    assertThat(json(paused))
        .contains("\"state\":\"paused\"")
        .contains("\"limits\":{\"connections\":2,\"mails_per_minute\":60}")
        .contains(
            "\"pause\":{\"actor\":\"ann\",\"reason\":\"They move house\","
                + "\"since\":\"2026-11-03T03:00:00Z\",\"until\":\"2026-11-03T03:30:00Z\"}");
  }

  private static String json(DestinationStatus destination) {
    return DestinationsResource.toJson(destination, Set.of(destination.nextHop()), new QueueIndex())
        .build()
        .toString();
  }
}
