package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.view.QueuePage;
import org.mailroom.queue.view.QueueRow;

class QueueResourceTest {

  @Test
  void aMailThatWaitsSaysWhy() {
    QueueRow row =
        new QueueRow(
            QueueState.DEFERRED,
            "01HZY8Q2K3M4N",
            "1",
            "",
            List.of("bob@example.test", "eve@example.test"),
            4096,
            Optional.of(Instant.parse("2026-11-03T02:00:00Z")),
            Optional.empty(),
            2,
            0,
            Optional.of("mx.example.test"),
            Optional.empty(),
            Optional.of(Instant.parse("2026-11-03T03:30:00Z")),
            Optional.empty(),
            Optional.of(
                new Diagnosis(
                    "rcpt",
                    EnhancedStatusCode.of("4.2.2"),
                    "452 4.2.2 \"full\"",
                    true,
                    Optional.empty())),
            "192.0.2.1");
    assertThat(QueueResource.toJson(new QueuePage(1, 50, 1, List.of(row))).toString())
        .isEqualTo(
            "{\"page\":1,\"size\":50,\"total\":1,\"mails\":[{"
                + "\"id\":\"01HZY8Q2K3M4N\",\"part\":\"1\",\"state\":\"deferred\",\"from\":\"\","
                + "\"to\":[\"bob@example.test\",\"eve@example.test\"],\"bytes\":4096,"
                + "\"attempts\":2,\"faults\":0,\"client\":\"192.0.2.1\","
                + "\"queued\":\"2026-11-03T02:00:00Z\",\"next_attempt\":\"2026-11-03T03:30:00Z\","
                + "\"next_hop\":\"mx.example.test\",\"last\":{\"stage\":\"rcpt\","
                + "\"status\":\"4.2.2\",\"text\":\"452 4.2.2 \\\"full\\\"\",\"reply\":true}}]}");
  }
}
