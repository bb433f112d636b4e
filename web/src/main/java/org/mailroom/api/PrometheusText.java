package org.mailroom.api;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.mailroom.metrics.Counts;
import org.mailroom.metrics.Refusal;
import org.mailroom.metrics.history.Levels;
import org.mailroom.queue.QueueState;

/**
 * Metrics in the text form of Prometheus. Their names stay: dashboards and alerts depend on them.
 */
final class PrometheusText {

  /** The media type. */
  static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double MILLIS = 1000;

  private final MetricSnapshots.Builder all = MetricSnapshots.builder();

  private PrometheusText() {}

  static String of(Counts counts, Levels levels, boolean ready) {
    PrometheusText text = new PrometheusText();
    text.counters(counts);
    text.refusals(counts);
    text.levels(levels);
    text.gauge("mailroom_ready", "1 when the hub takes mail and passes it on.", ready ? 1 : 0);
    text.gauge(
        "mailroom_start_time_seconds",
        "When the server was started, in seconds since 1970.",
        ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
    text.gauge(
        "mailroom_heap_used_bytes",
        "Memory in use, garbage included.",
        (double) ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    return text.written();
  }

  private void counters(Counts counts) {
    counter("mailroom_mails_accepted", "Mails accepted.", counts.accepted());
    counter("mailroom_accepted_bytes", "Octets of accepted mails.", counts.octets());
    counter(
        "mailroom_recipients_delivered",
        "Recipients in mailboxes of this hub, and lists that were gone through.",
        counts.delivered());
    counter("mailroom_recipients_relayed", "Recipients that a next hop took.", counts.relayed());
    counter(
        "mailroom_attempts_deferred",
        "Attempts for a recipient that are made again.",
        counts.deferred());
    counter("mailroom_recipients_failed", "Recipients that were given up.", counts.failed());
  }

  private void counter(String name, String help, long value) {
    all.metricSnapshot(
        CounterSnapshot.builder()
            .name(name)
            .help(help)
            .dataPoint(CounterDataPointSnapshot.builder().value((double) value).build())
            .build());
  }

  /** All kinds, also those that are zero: a rate needs the zero before the one. */
  private void refusals(Counts counts) {
    CounterSnapshot.Builder refusals =
        CounterSnapshot.builder()
            .name("mailroom_refusals")
            .help("Refusals of mails, recipients, sessions and commands, by what was refused.");
    for (Refusal why : Refusal.values()) {
      refusals.dataPoint(
          CounterDataPointSnapshot.builder()
              .labels(Labels.of("kind", why.key()))
              .value((double) counts.refused(why))
              .build());
    }
    all.metricSnapshot(refusals.build());
  }

  private void levels(Levels levels) {
    GaugeSnapshot.Builder queue =
        GaugeSnapshot.builder().name("mailroom_queue_mails").help("Mails in the queue, by state.");
    for (QueueState state : QueueState.values()) {
      point(queue, "state", state.key(), (double) levels.queue().getOrDefault(state, 0L));
    }
    all.metricSnapshot(queue.build());
    gauge(
        "mailroom_queue_oldest_seconds",
        "Age of the mail that is longest in the queue, 0 without one.",
        (double) levels.oldest().toSeconds());
    GaugeSnapshot.Builder sessions =
        GaugeSnapshot.builder().name("mailroom_sessions").help("Open sessions, by listener.");
    levels.open().forEach((name, count) -> point(sessions, "listener", name, count));
    all.metricSnapshot(sessions.build());
    GaugeSnapshot.Builder open =
        GaugeSnapshot.builder().name("mailroom_listener_open").help("1 for an open listener.");
    levels.open().keySet().forEach(name -> point(open, "listener", name, 1));
    levels.closed().forEach(name -> point(open, "listener", name, 0));
    all.metricSnapshot(open.build());
    gauge("mailroom_disk_used_ratio", "How full the fullest disk is: 0 to 1.", levels.disk());
    gauge("mailroom_disk_free_bytes", "What may still be written there.", (double) levels.free());
  }

  private void gauge(String name, String help, double value) {
    all.metricSnapshot(
        GaugeSnapshot.builder()
            .name(name)
            .help(help)
            .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
            .build());
  }

  private static void point(GaugeSnapshot.Builder gauge, String label, String of, double value) {
    gauge.dataPoint(
        GaugeDataPointSnapshot.builder().labels(Labels.of(label, of)).value(value).build());
  }

  private String written() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(octets, all.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return octets.toString(StandardCharsets.UTF_8);
  }
}
