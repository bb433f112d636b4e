package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import org.mailroom.hub.Pause;
import org.mailroom.operation.OperationException;
import org.mailroom.operation.StandingOrders;

/** {@code /api/pauses}: what people have stopped. */
@Path("pauses")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PausesResource {

  @Inject private StandingOrders orders;

  /** The pauses in force. */
  @GET
  @Consumes(MediaType.WILDCARD)
  public JsonObject list() {
    JsonArrayBuilder array = Json.createArrayBuilder();
    orders.pauses().forEach(kept -> array.add(toJson(kept.subject(), kept.pause())));
    return Json.createObjectBuilder().add("pauses", array).build();
  }

  /** Pauses the intake, relaying or a next hop. */
  @POST
  public JsonObject pause(JsonObject json, @Context HttpHeaders headers) {
    Body body = new Body(json, Set.of("subject", "reason", "for"));
    String subject = body.required("subject");
    try {
      Pause pause =
          orders.pause(
              Actor.of(headers), subject, body.text("reason").orElse(""), body.duration("for"));
      return toJson(subject, pause).build();
    } catch (OperationException e) {
      throw new ApiException(Status.BAD_REQUEST, e.getMessage());
    }
  }

  /** Ends a pause. */
  @POST
  @Path("resume")
  public JsonObject resume(JsonObject json, @Context HttpHeaders headers) {
    Body body = new Body(json, Set.of("subject", "reason"));
    String subject = body.required("subject");
    try {
      boolean paused = orders.resume(Actor.of(headers), subject, body.text("reason").orElse(""));
      return Json.createObjectBuilder().add("subject", subject).add("was_paused", paused).build();
    } catch (OperationException e) {
      throw new ApiException(Status.BAD_REQUEST, e.getMessage());
    }
  }

  private static JsonObjectBuilder toJson(String subject, Pause pause) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("subject", subject)
            .add("actor", pause.actor())
            .add("reason", pause.reason())
            .add("since", pause.since().toString());
    pause.until().ifPresent(until -> json.add("until", until.toString()));
    return json;
  }
}
