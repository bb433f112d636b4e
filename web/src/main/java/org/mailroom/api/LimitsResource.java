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
import org.mailroom.operation.OperationException;
import org.mailroom.operation.StandingLimit;
import org.mailroom.operation.StandingOrders;
import org.mailroom.relay.HopLimits;

/** {@code /api/limits}: what people allow towards next hops. */
@Path("limits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LimitsResource {

  @Inject private StandingOrders orders;

  /** The limits in force. */
  @GET
  @Consumes(MediaType.WILDCARD)
  public JsonObject list() {
    JsonArrayBuilder array = Json.createArrayBuilder();
    orders.limits().forEach(limit -> array.add(toJson(limit)));
    return Json.createObjectBuilder().add("limits", array).build();
  }

  /** Limits a next hop; without a number it has no limit any more. */
  @POST
  public JsonObject limit(JsonObject json, @Context HttpHeaders headers) {
    Body body = new Body(json, Set.of("next_hop", "connections", "per_minute", "reason"));
    String nextHop = body.required("next_hop");
    try {
      HopLimits limits = new HopLimits(body.number("connections"), body.number("per_minute"));
      orders.limit(Actor.of(headers), nextHop, limits, body.text("reason").orElse(""));
      return toJson(nextHop, limits).build();
    } catch (IllegalArgumentException | OperationException e) {
      throw new ApiException(Status.BAD_REQUEST, e.getMessage());
    }
  }

  private static JsonObjectBuilder toJson(StandingLimit limit) {
    return toJson(limit.nextHop(), limit.limits())
        .add("actor", limit.actor())
        .add("reason", limit.reason())
        .add("since", limit.since().toString());
  }

  private static JsonObjectBuilder toJson(String nextHop, HopLimits limits) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("next_hop", nextHop);
    limits.maxConnections().ifPresent(number -> json.add("connections", number));
    limits.mailsPerMinute().ifPresent(number -> json.add("per_minute", number));
    return json;
  }
}
