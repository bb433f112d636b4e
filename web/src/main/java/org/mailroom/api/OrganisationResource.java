package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.Organisation;
import org.mailroom.directory.change.Requester;

/** {@code /api/organisation}: whose hub it is. */
@Path("organisation")
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationResource {

  private static final String NAME = "name";
  private static final String REASON = "reason";

  @Inject private Organisation organisation;

  /** Its name, which may be empty. */
  @GET
  public JsonObject show() {
    return Json.createObjectBuilder().add(NAME, organisation.name()).build();
  }

  /** Gives it another name. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject rename(JsonObject json, @Context HttpHeaders headers)
      throws DirectoryException {
    Body body = new Body(json, Set.of(NAME, REASON));
    organisation.rename(
        body.required(NAME), new Requester(Actor.of(headers), body.text(REASON).orElse("")));
    return show();
  }
}
