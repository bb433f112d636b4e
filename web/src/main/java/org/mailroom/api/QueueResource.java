package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailroom.mail.QueueId;
import org.mailroom.operation.QueueOperations;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.filter.FilterException;
import org.mailroom.queue.filter.QueueFilter;
import org.mailroom.queue.view.QueuePage;
import org.mailroom.queue.view.QueueRow;
import org.mailroom.queue.view.QueueView;

/** {@code GET /api/queue}: the mails in the queue, and {@code GET /api/queue/ID}: one of them. */
@Path("queue")
@Produces(MediaType.APPLICATION_JSON)
public class QueueResource {

  private static final String STATES =
      Arrays.stream(QueueState.values()).map(QueueState::key).collect(Collectors.joining(", "));

  @Inject private QueueView queue;
  @Inject private QueueOperations operations;

  /**
   * A page of mails.
   *
   * @param filter a {@link QueueFilter} or an id, in place of a state
   * @param state a {@link QueueState#key}, or empty for all
   * @param page from 1
   * @param size 1 to 1000
   */
  @GET
  public JsonObject list(
      @QueryParam("filter") @DefaultValue("") String filter,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("size") @DefaultValue("50") String size) {
    try {
      if (!filter.isEmpty()) {
        return filtered(filter, Integer.parseInt(page), Integer.parseInt(size));
      }
      return toJson(queue.page(parseState(state), Integer.parseInt(page), Integer.parseInt(size)));
    } catch (IllegalArgumentException e) {
      throw new ApiException(
          Status.BAD_REQUEST, "A page is a number from 1, and its size is 1 to 1000");
    }
  }

  /** The oldest first. */
  private JsonObject filtered(String filter, int page, int size) {
    if (page < 1 || size < 1 || size > QueueView.MAX_PAGE) {
      throw new IllegalArgumentException("No such page");
    }
    try {
      List<QueueEntry> found = operations.find(QueueFilter.parseIdOrFilter(filter));
      List<QueueEntry> shown = found.stream().skip((long) (page - 1) * size).limit(size).toList();
      return Json.createObjectBuilder()
          .add("page", page)
          .add("size", size)
          .add("total", found.size())
          .add("listed", true)
          .add("mails", EntryJson.of(shown))
          .build();
    } catch (FilterException e) {
      throw new ApiException(Status.BAD_REQUEST, e.getMessage());
    }
  }

  /** All parts of a mail; 404 when the id is not in the queue. */
  @GET
  @Path("{id}")
  public JsonObject show(@PathParam("id") String id) {
    List<QueueRow> parts = queue.show(parseId(id));
    if (parts.isEmpty()) {
      throw new ApiException(
          Status.NOT_FOUND, "No mail with this id is in the queue; data/logs/mail.log has its end");
    }
    return Json.createObjectBuilder().add("id", id).add("parts", rows(parts)).build();
  }

  private static Optional<QueueState> parseState(String key) {
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Optional<QueueState> state = QueueState.of(key);
    if (state.isEmpty()) {
      throw new ApiException(Status.BAD_REQUEST, "A state is one of " + STATES);
    }
    return state;
  }

  private static QueueId parseId(String id) {
    try {
      return QueueId.of(id);
    } catch (IllegalArgumentException e) {
      throw new ApiException(Status.BAD_REQUEST, e.getMessage());
    }
  }

  static JsonObject toJson(QueuePage page) {
    return Json.createObjectBuilder()
        .add("page", page.page())
        .add("size", page.size())
        .add("total", page.total())
        .add("mails", rows(page.rows()))
        .build();
  }

  private static JsonArrayBuilder rows(List<QueueRow> rows) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    rows.forEach(row -> array.add(RowJson.of(row)));
    return array;
  }
}
