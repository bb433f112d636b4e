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
import java.util.List;
import java.util.Map;
import org.mailroom.queue.view.QueueView;
import org.mailroom.relay.DestinationGate;
import org.mailroom.relay.DestinationStatus;

/** {@code GET /api/destinations}: the next hops that were used lately. */
@Path("destinations")
@Produces(MediaType.APPLICATION_JSON)
public class DestinationsResource {

  @Inject private DestinationGate gate;
  @Inject private QueueView queue;

  /** By name. */
  @GET
  public JsonObject list() {
    return toJson(gate.snapshot(), queue.waitingFor());
  }

  static JsonObject toJson(List<DestinationStatus> destinations, Map<String, Long> waiting) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    destinations.forEach(
        destination ->
            array.add(toJson(destination, waiting.getOrDefault(destination.nextHop(), 0L))));
    return Json.createObjectBuilder().add("destinations", array).build();
  }

  private static JsonObjectBuilder toJson(DestinationStatus destination, long deferred) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("next_hop", destination.nextHop())
            .add("state", destination.down() ? "down" : "active")
            .add("deferred", deferred)
            .add("in_line", destination.waiting())
            .add("connections_in_use", destination.inUse())
            .add("connections", destination.connections());
    destination.until().ifPresent(until -> json.add("until", until.toString()));
    destination.lastError().ifPresent(e -> json.add("last_error", DiagnosisJson.of(e)));
    return json;
  }
}
