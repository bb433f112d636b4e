package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.mailroom.login.FirstRun;

/** {@code /api/first-run}: whether the hub is still being set up. */
@Path("first-run")
@Produces(MediaType.APPLICATION_JSON)
public class FirstRunResource {

  private static final String OPEN = "open";

  @Inject private FirstRun run;

  /** Whether it goes on, and whether its code lets somebody in. */
  @GET
  public JsonObject show() {
    return Json.createObjectBuilder()
        .add(OPEN, run.isOpen())
        .add("takes_code", run.takesCode())
        .build();
  }

  /** Ends it. */
  @DELETE
  public JsonObject end(@Context HttpHeaders headers) {
    run.end(Actor.of(headers));
    return Json.createObjectBuilder().add(OPEN, run.isOpen()).build();
  }
}
