package org.mailroom.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.queue.view.QueueRow;

/** A queued part as JSON. Members without a value are left out; times are ISO 8601 in UTC. */
final class RowJson {

  private RowJson() {}

  static JsonObject of(QueueRow row) {
    JsonArrayBuilder recipients = Json.createArrayBuilder();
    row.recipients().forEach(recipients::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", row.id())
            .add("part", row.part())
            .add("state", row.state().key())
            .add("from", row.reversePath())
            .add("to", recipients)
            .add("bytes", row.size())
            .add("attempts", row.attempts())
            .add("faults", row.faults())
            .add("client", row.client());
    time(json, "queued", row.firstQueued());
    time(json, "expires", row.expiry());
    time(json, "last_attempt", row.lastAttempt());
    time(json, "next_attempt", row.nextAttempt());
    time(json, "hold_end", row.holdEnd());
    row.nextHop().ifPresent(hop -> json.add("next_hop", hop));
    row.last().ifPresent(last -> json.add("last", DiagnosisJson.of(last)));
    return json.build();
  }

  private static void time(JsonObjectBuilder json, String name, Optional<Instant> time) {
    time.ifPresent(instant -> json.add(name, instant.toString()));
  }
}
