package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import org.mailroom.status.Health;
import org.mailroom.status.Health.Check;
import org.mailroom.status.HealthReader;

/**
 * {@code GET /api/health/live} and {@code /api/health/ready}: whether the hub does its work. They
 * need no token; who has none is told no reasons.
 */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

  private static final Set<String> PATHS = Set.of("/health/live", "/health/ready");

  @Inject private HealthReader reader;

  @Context private HttpHeaders headers;

  /** True for a question that needs no token. */
  static boolean isFor(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    return request.getMethod().equals(HttpMethod.GET)
        && PATHS.contains(path.startsWith("/") ? path : "/" + path);
  }

  /** The server answers: that is all it says. */
  @GET
  @Path("live")
  public JsonObject live() {
    return Json.createObjectBuilder().add("status", word(true)).build();
  }

  /** Mail is taken and goes on; 503 when it doesn't. */
  @GET
  @Path("ready")
  public Response ready() {
    Health health = reader.read();
    boolean known = headers.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    return Response.status(health.ready() ? Status.OK : Status.SERVICE_UNAVAILABLE)
        .entity(toJson(health, known))
        .build();
  }

  static JsonObject toJson(Health health, boolean detailed) {
    JsonArrayBuilder checks = Json.createArrayBuilder();
    for (Check check : health.checks()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder().add("name", check.name()).add("status", word(check.up()));
      if (detailed && !check.detail().isEmpty()) {
        json.add("detail", check.detail());
      }
      checks.add(json);
    }
    return Json.createObjectBuilder()
        .add("status", word(health.ready()))
        .add("checks", checks)
        .build();
  }

  private static String word(boolean up) {
    return up ? "up" : "down";
  }
}
