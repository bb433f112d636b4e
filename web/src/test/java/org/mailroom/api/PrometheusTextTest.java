package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mailroom.metrics.Counts;
import org.mailroom.metrics.Refusal;
import org.mailroom.metrics.history.Levels;
import org.mailroom.queue.QueueState;

/** Names that dashboards depend on; the one that comes with the hub shows all of them. */
class PrometheusTextTest {

  private static final Pattern NAME = Pattern.compile("\\bmailroom_[a-z_]+\\b");

  private final String text =
      PrometheusText.of(
          new Counts(7, 4200, 5, 4, 3, 2, Map.of(Refusal.RECIPIENT, 9L)),
          new Levels(
              Map.of(QueueState.IN_FLIGHT, 2L),
              Duration.ofSeconds(90),
              Map.of("smtp", 12),
              List.of("pop3"),
              0.25,
              1L << 30),
          true);

  @Test
  void everyMetricIsThereWithItsLabels() {
    assertThat(text.lines())
        .contains(
            "# TYPE mailroom_mails_accepted_total counter",
            "mailroom_mails_accepted_total 7.0",
            "mailroom_accepted_bytes_total 4200.0",
            "mailroom_recipients_delivered_total 5.0",
            "mailroom_recipients_relayed_total 4.0",
            "mailroom_attempts_deferred_total 3.0",
            "mailroom_recipients_failed_total 2.0",
            "mailroom_refusals_total{kind=\"recipient\"} 9.0",
            "mailroom_refusals_total{kind=\"mailbox_full\"} 0.0",
            "mailroom_queue_mails{state=\"in-flight\"} 2.0",
            "mailroom_queue_mails{state=\"dead\"} 0.0",
            "mailroom_queue_oldest_seconds 90.0",
            "mailroom_sessions{listener=\"smtp\"} 12.0",
            "mailroom_listener_open{listener=\"smtp\"} 1.0",
            "mailroom_listener_open{listener=\"pop3\"} 0.0",
            "mailroom_disk_used_ratio 0.25",
            "mailroom_ready 1.0");
  }

  @Test
  void theDashboardUsesExactlyTheseNames() throws IOException {
    Path file = Path.of("../config/grafana/mailroom.json");
    try (InputStream in = Files.newInputStream(file);
        JsonReader reader = Json.createReader(in)) {
      assertThat(reader.readObject().getString("uid")).isEqualTo("mailroom");
    }
    assertThat(names(Files.readString(file))).isEqualTo(names(text));
  }

  @Test
  void theDocumentNamesAllOfThem() throws IOException {
    assertThat(names(Files.readString(Path.of("../docs/metrics.md")))).isEqualTo(names(text));
  }

  private static Set<String> names(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }
}
