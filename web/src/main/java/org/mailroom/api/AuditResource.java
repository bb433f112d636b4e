package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditEntry;
import org.mailroom.audit.AuditQuery;

/** {@code GET /api/audit}: who did what, when and why. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

  @Inject private Audit audit;

  /**
   * The newest first.
   *
   * @param actor a piece of who
   * @param action the beginning of what
   * @param subject a piece of to what
   * @param from at that time or later
   * @param to before that time
   * @param before only entries before the one with this id
   * @param size 1 to 1000
   */
  @GET
  public JsonObject list(
      @QueryParam("actor") @DefaultValue("") String actor,
      @QueryParam("action") @DefaultValue("") String action,
      @QueryParam("subject") @DefaultValue("") String subject,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to,
      @QueryParam("before") @DefaultValue("") String before,
      @QueryParam("size") @DefaultValue("100") String size) {
    try {
      JsonArrayBuilder entries = Json.createArrayBuilder();
      long first = before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before);
      AuditQuery query =
          new AuditQuery(
              actor, action, subject, time(from), time(to), first, Integer.parseInt(size));
      audit.list(query).forEach(entry -> entries.add(toJson(entry)));
      return Json.createObjectBuilder().add("entries", entries).build();
    } catch (DateTimeException e) {
      throw new ApiException(Status.BAD_REQUEST, "A time is written as in 2026-11-22T12:00:00Z");
    } catch (IllegalArgumentException e) {
      throw new ApiException(
          Status.BAD_REQUEST, "before is the id of an entry, and size is 1 to 1000");
    }
  }

  private static Optional<Instant> time(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }

  private static JsonObjectBuilder toJson(AuditEntry entry) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", entry.id())
            .add("time", entry.happened().toString())
            .add("actor", entry.actor())
            .add("action", entry.action())
            .add("subject", entry.subject())
            .add("reason", entry.reason())
            .add("count", entry.affected())
            .add("ended", entry.ended())
            .add("result", entry.outcome());
    if (entry.before() != null) {
      json.add("before", entry.before());
    }
    if (entry.after() != null) {
      json.add("after", entry.after());
    }
    return json;
  }
}
