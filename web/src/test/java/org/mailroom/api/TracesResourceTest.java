package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.QueueId;
import org.mailroom.tracking.store.Trace;
import org.mailroom.tracking.store.TracePage;
import org.mailroom.tracking.store.TraceRow;
import org.mailroom.tracking.store.TraceStep;

class TracesResourceTest {

  private static final QueueId ID = QueueId.of("01HZY8Q2K3M4N");
  private static final Instant TIME = Instant.parse("2026-11-22T12:00:00Z");
  private static final TraceStep STEP =
      new TraceStep(
          TIME,
          "deferred",
          "bob@x.test",
          1,
          "mx.x.test",
          "",
          "rcpt",
          "4.2.2",
          "452 full",
          true,
          "",
          "",
          Optional.empty());
  private static final String STEP_JSON =
      "{\"time\":\"2026-11-22T12:00:00Z\",\"event\":\"deferred\",\"to\":\"bob@x.test\","
          + "\"attempt\":1,\"next_hop\":\"mx.x.test\",\"stage\":\"rcpt\",\"status\":\"4.2.2\","
          + "\"reply\":\"452 full\"}";

  @Test
  void aFullPageSaysWhereTheNextBegins() {
    TraceRow row = new TraceRow(ID, TIME, "", "bob@x.test", "Lunch", 42, Optional.of(STEP), "1-2");
    String rows =
        "{\"traces\":[{\"id\":\"01HZY8Q2K3M4N\",\"accepted\":\"2026-11-22T12:00:00Z\","
            + "\"from\":\"\",\"to\":\"bob@x.test\",\"subject\":\"Lunch\",\"bytes\":42,\"last\":"
            + STEP_JSON
            + "}]";
    assertThat(TracesResource.toJson(new TracePage(List.of(row), "1-2")).toString())
        .isEqualTo(rows + ",\"next\":\"1-2\"}");
    assertThat(TracesResource.toJson(new TracePage(List.of(row), "")).toString())
        .isEqualTo(rows + "}");
  }

  @Test
  void aTraceHasItsEventsInOrder() {
    Trace trace =
        new Trace(
            ID,
            TIME,
            "ann@corp.test",
            "Lunch",
            42,
            "192.0.2.7",
            "ann@corp.test",
            "ws12",
            "ESMTP",
            List.of("bob@x.test"),
            1,
            Optional.empty(),
            List.of(STEP));
    assertThat(TraceJson.of(trace).toString())
        .isEqualTo(
            "{\"id\":\"01HZY8Q2K3M4N\",\"accepted\":\"2026-11-22T12:00:00Z\","
                + "\"from\":\"ann@corp.test\",\"subject\":\"Lunch\",\"bytes\":42,"
                + "\"client\":\"192.0.2.7\",\"user\":\"ann@corp.test\",\"helo\":\"ws12\",\"protocol\":\"ESMTP\","
                + "\"recipients\":1,\"to\":[\"bob@x.test\"],\"events\":["
                + STEP_JSON
                + "]}");
  }
}
