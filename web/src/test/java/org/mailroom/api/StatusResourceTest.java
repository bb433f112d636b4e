package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.hub.Listeners.ListenerState;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.view.QueueOverview;
import org.mailroom.status.HubStatus;
import org.mailroom.status.Version;
import org.mailroom.status.Warning;

class StatusResourceTest {

  private static final Instant NOW = Instant.parse("2026-11-03T03:00:00Z");

  @Test
  void theStatusHasTheFormThatScriptsDependOn() {
    HubStatus status =
        new HubStatus(
            true,
            Instant.parse("2026-11-01T00:00:00Z"),
            new QueueOverview(
                Map.of(
                    QueueState.READY,
                    3L,
                    QueueState.IN_FLIGHT,
                    2L,
                    QueueState.DEFERRED,
                    7L,
                    QueueState.HELD,
                    1L),
                Optional.of(NOW.minusSeconds(90))),
            List.of(new ListenerState("smtp", "127.0.0.1:2525", true, "")),
            List.of());
    assertThat(StatusResource.toJson(status, "0.1.0", NOW).toString())
        .isEqualTo(
            "{\"ready\":true,\"version\":\"0.1.0\",\"since\":\"2026-11-01T00:00:00Z\","
                + "\"queues\":{\"ready\":5,\"deferred\":7,\"delivery\":0,\"held\":1,\"dead\":0},"
                + "\"oldest_seconds\":90,"
                + "\"listeners\":[{\"name\":\"smtp\",\"address\":\"127.0.0.1:2525\",\"open\":true}],"
                + "\"warnings\":[]}");
  }

  @Test
  void warningsAreSentences() {
    HubStatus status =
        new HubStatus(
            false,
            NOW,
            new QueueOverview(Map.of(), Optional.empty()),
            List.of(),
            List.of(new Warning(Warning.Kind.LISTENER_CLOSED, "smtp, Address already in use")));
    assertThat(StatusResource.toJson(status, "0.1.0", NOW).getJsonArray("warnings").getString(0))
        .isEqualTo("A listener is not open: smtp, Address already in use");
  }

  @Test
  void theVersionIsTheBuilds() {
    assertThat(new Version().text()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }
}
