package org.mailroom.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.mailroom.tracking.store.Trace;
import org.mailroom.tracking.store.TraceRow;
import org.mailroom.tracking.store.TraceStep;

/** Traces as JSON. Members without a value are left out; times are ISO 8601 in UTC. */
final class TraceJson {

  private TraceJson() {}

  static JsonObjectBuilder of(TraceRow row) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", row.id().text())
            .add("accepted", row.accepted().toString())
            .add("from", row.sender())
            .add("to", row.recipient())
            .add("subject", row.subject())
            .add("bytes", row.bytes());
    row.last().ifPresent(last -> json.add("last", of(last)));
    return json;
  }

  static JsonObject of(Trace trace) {
    JsonArrayBuilder recipients = Json.createArrayBuilder();
    trace.recipients().forEach(recipients::add);
    JsonArrayBuilder events = Json.createArrayBuilder();
    trace.steps().forEach(step -> events.add(of(step)));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", trace.id().text())
            .add("accepted", trace.accepted().toString())
            .add("from", trace.sender())
            .add("subject", trace.subject())
            .add("bytes", trace.bytes());
    text(json, "client", trace.client());
    text(json, "user", trace.user());
    text(json, "helo", trace.helo());
    text(json, "protocol", trace.protocol());
    trace.parent().ifPresent(parent -> json.add("about", parent.text()));
    return json.add("recipients", trace.recipientCount())
        .add("to", recipients)
        .add("events", events)
        .build();
  }

  private static JsonObjectBuilder of(TraceStep step) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("time", step.happened().toString())
            .add("event", step.kind())
            .add("to", step.recipient());
    if (step.attempt() > 0) {
      json.add("attempt", step.attempt());
    }
    text(json, "next_hop", step.nextHop());
    text(json, "remote_mta", step.remoteMta());
    text(json, "stage", step.stage());
    text(json, "status", step.status());
    text(json, step.isReply() ? "reply" : "reason", step.words());
    text(json, "actor", step.actor());
    text(json, "detail", step.detail());
    step.child().ifPresent(child -> json.add("dsn", child.text()));
    return json;
  }

  private static void text(JsonObjectBuilder json, String name, String value) {
    if (!value.isEmpty()) {
      json.add(name, value);
    }
  }
}
