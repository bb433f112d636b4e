package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.mailroom.mail.Address;
import org.mailroom.sessions.SessionRow;
import org.mailroom.sessions.Sessions;

/** {@code /api/sessions}: who talks with the hub now. */
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

  private static final String USER = "user";
  private static final String REASON = "reason";

  @Inject private Sessions sessions;

  @Context private HttpHeaders headers;

  /** Those that go on now. */
  @GET
  public JsonObject list() {
    JsonArrayBuilder array = Json.createArrayBuilder();
    sessions.list().forEach(row -> array.add(toJson(row)));
    return Json.createObjectBuilder().add("sessions", array).build();
  }

  /** Ends one. */
  @DELETE
  @Path("{id}")
  public JsonObject end(
      @PathParam("id") String id, @QueryParam(REASON) @DefaultValue("") String reason) {
    if (!sessions.end(Actor.of(headers), id, reason)) {
      throw new ApiException(Status.NOT_FOUND, "There is no such session any more");
    }
    return ended(1);
  }

  /** Ends all of a user. */
  @DELETE
  public JsonObject endAll(
      @QueryParam(USER) @DefaultValue("") String user,
      @QueryParam(REASON) @DefaultValue("") String reason) {
    return ended(sessions.endAll(Actor.of(headers), address(user), reason));
  }

  private static Address address(String user) {
    try {
      return Address.parse(user);
    } catch (IllegalArgumentException e) {
      throw new ApiException(Status.BAD_REQUEST, "user is the address of an account");
    }
  }

  private static JsonObject ended(int count) {
    return Json.createObjectBuilder().add("ended", count).build();
  }

  private static JsonObjectBuilder toJson(SessionRow row) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", row.id())
            .add("listener", row.listener())
            .add("client", row.client().getHostAddress())
            .add("port", row.port())
            .add("since", row.began().toString())
            .add("idle_seconds", row.idle().toSeconds())
            .add("tls", row.isProtected());
    row.user().ifPresent(user -> json.add(USER, user));
    return json;
  }
}
