package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.view.QueueOverview;
import org.mailroom.status.HubStatus;
import org.mailroom.status.HubStatusReader;
import org.mailroom.status.Version;

/** {@code GET /api/status}: how the hub does. Its form is fixed: scripts depend on it. */
@Path("status")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

  @Inject private HubStatusReader reader;
  @Inject private Version version;
  @Inject private Clock clock;

  /** How the hub does now. */
  @GET
  public JsonObject status() {
    return toJson(reader.read(), version.text(), clock.instant());
  }

  static JsonObject toJson(HubStatus status, String version, Instant now) {
    return Json.createObjectBuilder()
        .add("ready", status.ready())
        .add("version", version)
        .add("since", status.since().toString())
        .add("queues", queues(status.queues()))
        .add("oldest_seconds", oldestSeconds(status.queues(), now))
        .add("listeners", listeners(status))
        .add("warnings", warnings(status))
        .build();
  }

  /** A mail in an attempt is still queued: it counts as ready. */
  private static JsonObjectBuilder queues(QueueOverview queues) {
    return Json.createObjectBuilder()
        .add("ready", queues.count(QueueState.READY) + queues.count(QueueState.IN_FLIGHT))
        .add("deferred", queues.count(QueueState.DEFERRED))
        .add("delivery", queues.count(QueueState.DELIVERY))
        .add("held", queues.count(QueueState.HELD))
        .add("dead", queues.count(QueueState.DEAD));
  }

  private static long oldestSeconds(QueueOverview queues, Instant now) {
    return queues
        .oldest()
        .map(oldest -> Math.max(0, Duration.between(oldest, now).toSeconds()))
        .orElse(0L);
  }

  private static JsonArrayBuilder listeners(HubStatus status) {
    JsonArrayBuilder listeners = Json.createArrayBuilder();
    status
        .listeners()
        .forEach(
            state ->
                listeners.add(
                    Json.createObjectBuilder()
                        .add("name", state.name())
                        .add("address", state.address())
                        .add("open", state.open())));
    return listeners;
  }

  private static JsonArrayBuilder warnings(HubStatus status) {
    JsonArrayBuilder warnings = Json.createArrayBuilder();
    status.warnings().forEach(warning -> warnings.add(warning.toString()));
    return warnings;
  }
}
