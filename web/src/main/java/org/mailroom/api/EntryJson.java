package org.mailroom.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import org.mailroom.queue.QueueEntry;

/** A part as the index knows it, in the form of {@link RowJson}. */
final class EntryJson {

  private EntryJson() {}

  static JsonArrayBuilder of(List<QueueEntry> parts) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    parts.forEach(part -> array.add(of(part)));
    return array;
  }

  private static JsonObject of(QueueEntry part) {
    JsonArrayBuilder recipients = Json.createArrayBuilder();
    part.forwardPaths().forEach(recipients::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", part.id())
            .add("part", part.part())
            .add("state", part.state().key())
            .add("from", part.reversePath())
            .add("to", recipients)
            .add("bytes", part.size())
            .add("attempts", part.attempts())
            .add("faults", part.faults())
            .add("client", part.client());
    time(json, "queued", part.firstQueued());
    time(json, "expires", part.expiry());
    time(json, "last_attempt", part.lastAttempt());
    time(json, "next_attempt", part.nextAttempt());
    time(json, "hold_end", part.holdEnd());
    json.add("next_hop", part.nextHop());
    part.last().ifPresent(last -> json.add("last", DiagnosisJson.of(last)));
    return json.build();
  }

  private static void time(JsonObjectBuilder json, String name, long millis) {
    if (millis != 0) {
      json.add(name, Instant.ofEpochMilli(millis).toString());
    }
  }
}
