package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import org.mailroom.directory.Role;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.Requester;
import org.mailroom.directory.token.ApiToken;
import org.mailroom.directory.token.ApiTokens;

/** {@code /api/tokens}: who else may use this API. */
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

  @Inject private ApiTokens tokens;

  @Context private HttpHeaders headers;

  /** All of them, without what proves them. */
  @GET
  public JsonObject list() {
    JsonArrayBuilder array = Json.createArrayBuilder();
    tokens.list().forEach(token -> array.add(toJson(token)));
    return Json.createObjectBuilder().add("tokens", array).build();
  }

  /** Makes one; the answer alone has what proves it. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(JsonObject json) throws DirectoryException {
    Body body = new Body(json, Set.of("name", "role", "reason"));
    String name = body.required("name");
    Role role = role(body.required("role"));
    Requester who = new Requester(Actor.of(headers), body.text("reason").orElse(""));
    String secret = tokens.add(name, role, who).value();
    return Response.status(Status.CREATED)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(
            Json.createObjectBuilder()
                .add("name", name)
                .add("role", role.key())
                .add("token", secret)
                .build())
        .build();
  }

  /** Removes one. */
  @DELETE
  @Path("{name}")
  public JsonObject remove(
      @PathParam("name") String name, @QueryParam("reason") @DefaultValue("") String reason)
      throws DirectoryException {
    tokens.remove(name, new Requester(Actor.of(headers), reason));
    return Json.createObjectBuilder().add("removed", name).build();
  }

  private static Role role(String key) {
    try {
      return Role.of(key);
    } catch (IllegalArgumentException e) {
      throw new ApiException(Status.BAD_REQUEST, e.getMessage());
    }
  }

  private static JsonObjectBuilder toJson(ApiToken token) {
    return Json.createObjectBuilder()
        .add("name", token.name())
        .add("role", token.role().key())
        .add("actor", token.actor())
        .add("made", token.made().toString());
  }
}
