package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.mail.QueueId;
import org.mailroom.tracking.store.TracePage;
import org.mailroom.tracking.store.TraceQuery;
import org.mailroom.tracking.store.TraceSearch;

/**
 * {@code GET /api/traces}: mails of the last months, and {@code GET /api/traces/ID}: what happened
 * to one of them.
 */
@Path("traces")
@Produces(MediaType.APPLICATION_JSON)
public class TracesResource {

  @Inject private TraceSearch traces;

  /**
   * A page of mails and recipients, those accepted last first. All that is given must be so.
   *
   * @param from accepted then or later
   * @param to accepted before
   * @param sender an address, {@code @domain}, a beginning with {@code *}, or {@code <>}
   * @param recipient the same
   * @param subject words that are in it
   * @param id of a mail
   * @param client the address of the client that sent it
   * @param outcome what happened last: a word such as {@code deferred}, or {@code 4.4.*}
   * @param after the {@code next} of the page before
   * @param size 1 to 200
   */
  @GET
  public JsonObject list(
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to,
      @QueryParam("sender") @DefaultValue("") String sender,
      @QueryParam("recipient") @DefaultValue("") String recipient,
      @QueryParam("subject") @DefaultValue("") String subject,
      @QueryParam("id") @DefaultValue("") String id,
      @QueryParam("client") @DefaultValue("") String client,
      @QueryParam("outcome") @DefaultValue("") String outcome,
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("size") @DefaultValue("50") String size) {
    try {
      return toJson(
          traces.page(
              new TraceQuery(
                  time(from),
                  time(to),
                  sender,
                  recipient,
                  subject,
                  id.isEmpty() ? Optional.empty() : Optional.of(QueueId.of(id)),
                  after,
                  Integer.parseInt(size),
                  client,
                  outcome)));
    } catch (DateTimeException e) {
      throw new ApiException(Status.BAD_REQUEST, "A time is written as in 2026-11-22T12:00:00Z");
    } catch (NumberFormatException e) {
      throw new ApiException(Status.BAD_REQUEST, "A size is 1 to " + TraceQuery.MAX_PAGE);
    } catch (IllegalArgumentException e) {
      throw new ApiException(Status.BAD_REQUEST, e.getMessage());
    }
  }

  /** All that is known of a mail; 404 when that is nothing. */
  @GET
  @Path("{id}")
  public JsonObject show(@PathParam("id") String text) {
    QueueId id;
    try {
      id = QueueId.of(text);
    } catch (IllegalArgumentException e) {
      throw new ApiException(Status.BAD_REQUEST, e.getMessage());
    }
    return traces
        .show(id)
        .map(TraceJson::of)
        .orElseThrow(
            () ->
                new ApiException(
                    Status.NOT_FOUND,
                    "There is no trace of a mail with this id; perhaps data/logs/mail.log has it"));
  }

  static JsonObject toJson(TracePage found) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    found.rows().forEach(row -> array.add(TraceJson.of(row)));
    JsonObjectBuilder page = Json.createObjectBuilder().add("traces", array);
    if (!found.next().isEmpty()) {
      page.add("next", found.next());
    }
    return page.build();
  }

  private static Optional<Instant> time(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }
}
