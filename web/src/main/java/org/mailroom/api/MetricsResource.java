package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.mailroom.metrics.MailCounters;
import org.mailroom.metrics.history.LevelReader;
import org.mailroom.status.HealthReader;

/** {@code GET /api/metrics}: what the hub counts, for Prometheus. */
@Path("metrics")
public class MetricsResource {

  @Inject private MailCounters counters;
  @Inject private LevelReader levels;
  @Inject private HealthReader health;

  /** The counters and levels of this moment. */
  @GET
  public Response metrics() {
    return Response.ok(
            PrometheusText.of(counters.now(), levels.read(), health.read().ready()),
            PrometheusText.TYPE)
        .build();
  }
}
