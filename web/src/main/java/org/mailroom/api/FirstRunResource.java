package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import org.mailroom.directory.Directory;
import org.mailroom.login.FirstRun;
import org.mailroom.mail.ForwardPath;
import org.mailroom.probe.FirstMail;
import org.mailroom.probe.TestRefusedException;

/** {@code /api/first-run}: whether the hub is still being set up. */
@Path("first-run")
@Produces(MediaType.APPLICATION_JSON)
public class FirstRunResource {

  private static final String OPEN = "open";

  @Inject private FirstRun run;
  @Inject private FirstMail mails;
  @Inject private Directory directory;

  /** Whether it goes on, and whether its code lets somebody in. */
  @GET
  public JsonObject show() {
    return Json.createObjectBuilder()
        .add(OPEN, run.isOpen())
        .add("takes_code", run.takesCode())
        .build();
  }

  /** Hands in a mail to somebody here; its id leads to its trace. */
  @POST
  @Path("mail")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject send(JsonObject json, @Context HttpHeaders headers) {
    String to = new Body(json, Set.of("to")).required("to");
    if (!run.isOpen()) {
      throw new ApiException(Status.CONFLICT, "The first run has ended; there are delivery tests");
    }
    try {
      ForwardPath recipient = ForwardPath.parse(to);
      if (!directory.snapshot().isKnown(recipient)) {
        throw new ApiException(Status.BAD_REQUEST, "Nobody here has the address " + to);
      }
      String id = mails.send(Actor.of(headers), recipient).text();
      return Json.createObjectBuilder().add("id", id).build();
    } catch (IllegalArgumentException e) {
      throw new ApiException(Status.BAD_REQUEST, e.getMessage());
    } catch (TestRefusedException e) {
      throw new ApiException(Status.SERVICE_UNAVAILABLE, e.getMessage());
    }
  }

  /** Ends it. */
  @DELETE
  public JsonObject end(@Context HttpHeaders headers) {
    run.end(Actor.of(headers));
    return Json.createObjectBuilder().add(OPEN, run.isOpen()).build();
  }
}
