package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.directory.change.CsvText;
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.ImportRow;
import org.mailroom.directory.change.Requester;
import org.mailroom.directory.change.Tally;

/** {@code /api/accounts}, and the same of every other kind of entry of the directory. */
@Path("{kind: domains|accounts|aliases|lists|routes|networks}")
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryResource {

  private static final String REASON = "reason";
  private static final String DRY_RUN = "dry_run";
  private static final String CSV = "text/csv";

  @Inject private DirectoryChanges changes;

  @Context private HttpHeaders headers;

  /**
   * All entries.
   *
   * @param format {@code json} or {@code csv}
   */
  @GET
  public Response list(
      @PathParam("kind") String kinds, @QueryParam("format") @DefaultValue("json") String format) {
    EntryKind kind = kind(kinds);
    return switch (format) {
      case "json" -> {
        JsonArrayBuilder entries = Json.createArrayBuilder();
        kind.of(changes.data()).forEach(entry -> entries.add(DirectoryJson.of(kind, entry)));
        yield Response.ok(Json.createObjectBuilder().add(kind.plural(), entries).build()).build();
      }
      case "csv" ->
          Response.ok(CsvText.write(kind, kind.of(changes.data())), CSV + ";charset=UTF-8").build();
      default -> throw new ApiException(Status.BAD_REQUEST, "The format is json or csv");
    };
  }

  /** One of them, by its name. */
  @GET
  @Path("{name: .+}")
  public JsonObject show(@PathParam("kind") String kinds, @PathParam("name") String name)
      throws DirectoryException {
    EntryKind kind = kind(kinds);
    return DirectoryJson.of(kind, changes.find(kind, name)).build();
  }

  /** Adds one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(@PathParam("kind") String kinds, JsonObject json) throws DirectoryException {
    EntryKind kind = kind(kinds);
    Map<String, String> fields = DirectoryJson.fields(json, REASON);
    return Response.status(Status.CREATED)
        .entity(DirectoryJson.of(kind, changes.add(kind, fields, who(json))).build())
        .build();
  }

  /** Changes the members that are given. */
  @PATCH
  @Path("{name: .+}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject set(
      @PathParam("kind") String kinds, @PathParam("name") String name, JsonObject json)
      throws DirectoryException {
    EntryKind kind = kind(kinds);
    Map<String, String> fields = DirectoryJson.fields(json, REASON);
    return DirectoryJson.of(kind, changes.set(kind, name, fields, who(json))).build();
  }

  /** Removes one. */
  @DELETE
  @Path("{name: .+}")
  public JsonObject remove(
      @PathParam("kind") String kinds,
      @PathParam("name") String name,
      @QueryParam(REASON) @DefaultValue("") String reason)
      throws DirectoryException {
    changes.remove(kind(kinds), name, new Requester(Actor.of(headers), reason));
    return Json.createObjectBuilder().add("removed", name).build();
  }

  /** Adds and changes many, all of them or none: {@code {"entries": [...]}}. */
  @POST
  @Path("import")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject importJson(@PathParam("kind") String kinds, JsonObject json)
      throws DirectoryException {
    Body body = new Body(json, Set.of("entries", REASON, DRY_RUN));
    List<ImportRow> rows = DirectoryJson.rows(json.getOrDefault("entries", JsonValue.NULL));
    return toJson(changes.importAll(kind(kinds), rows, body.flag(DRY_RUN), who(json)));
  }

  /** The same as CSV. */
  @POST
  @Path("import")
  @Consumes(CSV)
  public JsonObject importCsv(
      @PathParam("kind") String kinds,
      @QueryParam(DRY_RUN) @DefaultValue("false") boolean dryRun,
      @QueryParam(REASON) @DefaultValue("") String reason,
      String csv)
      throws DirectoryException, IOException {
    return toJson(
        changes.importAll(
            kind(kinds),
            CsvText.read(new StringReader(csv)),
            dryRun,
            new Requester(Actor.of(headers), reason)));
  }

  private Requester who(JsonObject json) {
    return new Requester(Actor.of(headers), json.getString(REASON, ""));
  }

  private static EntryKind kind(String plural) {
    return EntryKind.ofPlural(plural)
        .orElseThrow(() -> new ApiException(Status.NOT_FOUND, "There is nothing here"));
  }

  private static JsonObject toJson(Tally tally) {
    return Json.createObjectBuilder()
        .add("added", tally.added())
        .add("changed", tally.changed())
        .add("unchanged", tally.unchanged())
        .add(DRY_RUN, tally.dryRun())
        .build();
  }
}
