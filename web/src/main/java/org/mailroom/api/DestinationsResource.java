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
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.mailroom.hub.Pause;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueIndex;
import org.mailroom.relay.DestinationGate;
import org.mailroom.relay.DestinationStatus;
import org.mailroom.relay.HopLimits;

/** {@code GET /api/destinations}: the next hops that were used lately, are paused or limited. */
@Path("destinations")
@Produces(MediaType.APPLICATION_JSON)
public class DestinationsResource {

  @Inject private DestinationGate gate;
  @Inject private QueueIndex queue;

  /** By name. */
  @GET
  public JsonObject list() {
    JsonObjectBuilder answer = Json.createObjectBuilder();
    gate.relayingPause().ifPresent(pause -> answer.add("pause", toJson(pause)));
    JsonArrayBuilder destinations = Json.createArrayBuilder();
    for (DestinationStatus destination : gate.snapshot()) {
      Set<String> names = new HashSet<>(gate.groupsOf(destination.nextHop()));
      names.add(destination.nextHop());
      destinations.add(toJson(destination, names, queue));
    }
    return answer.add("destinations", destinations).build();
  }

  /**
   * A next hop.
   *
   * @param names that its mail may have in the queue
   */
  static JsonObjectBuilder toJson(
      DestinationStatus destination, Set<String> names, QueueIndex queue) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("next_hop", destination.nextHop())
            .add("state", destination.state().key())
            .add("since", destination.since().toString());
    destination.until().ifPresent(until -> json.add("until", until.toString()));
    json.add("mails", names.stream().mapToInt(n -> queue.waiting(n) + queue.ready(n)).sum());
    names.stream()
        .flatMap(name -> queue.waitingFor(name).limit(1))
        .mapToLong(QueueEntry::firstQueued)
        .min()
        .ifPresent(time -> json.add("oldest", Instant.ofEpochMilli(time).toString()));
    json.add("connections_in_use", destination.inUse())
        .add("connections", destination.connections())
        .add("mails_per_minute", destination.mailsPerMinute());
    if (!destination.limits().equals(HopLimits.NONE)) {
      json.add("limits", toJson(destination.limits()));
    }
    destination.pause().ifPresent(pause -> json.add("pause", toJson(pause)));
    destination.lastError().ifPresent(e -> json.add("last_error", DiagnosisJson.of(e)));
    return json;
  }

  private static JsonObjectBuilder toJson(HopLimits limits) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    limits.maxConnections().ifPresent(most -> json.add("connections", most));
    limits.mailsPerMinute().ifPresent(most -> json.add("mails_per_minute", most));
    return json;
  }

  private static JsonObjectBuilder toJson(Pause pause) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("actor", pause.actor())
            .add("reason", pause.reason())
            .add("since", pause.since().toString());
    pause.until().ifPresent(until -> json.add("until", until.toString()));
    return json;
  }
}
