package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.relay.DestinationStatus;

class DestinationsResourceTest {

  @Test
  void aNextHopThatIsDownSaysUntilWhenAndWhy() {
    DestinationStatus down =
        new DestinationStatus(
            "mx.example.test",
            true,
            Optional.of(Instant.parse("2026-11-03T03:30:00Z")),
            3,
            0,
            5,
            Optional.of(
                Diagnosis.ofHub("connect", EnhancedStatusCode.of("4.4.1"), "Connection refused")));
    assertThat(
            DestinationsResource.toJson(List.of(down), Map.of("mx.example.test", 12L)).toString())
        .isEqualTo(
            "{\"destinations\":[{\"next_hop\":\"mx.example.test\",\"state\":\"down\","
                + "\"deferred\":12,\"in_line\":3,\"connections_in_use\":0,\"connections\":5,"
                + "\"until\":\"2026-11-03T03:30:00Z\",\"last_error\":{\"stage\":\"connect\","
                + "\"status\":\"4.4.1\",\"text\":\"Connection refused\",\"reply\":false}}]}");
  }
}
