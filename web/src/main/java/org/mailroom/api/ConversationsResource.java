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
import java.util.Locale;
import org.mailroom.conversation.ConversationFilter;
import org.mailroom.conversation.ConversationLine;
import org.mailroom.conversation.ConversationPage;
import org.mailroom.conversation.Conversations;

/** {@code GET /api/conversations}: SMTP conversations as they go on. */
@Path("conversations")
@Produces(MediaType.APPLICATION_JSON)
public class ConversationsResource {

  @Inject private Conversations conversations;

  /** What was said after a place; the first question begins the listening. */
  @GET
  public JsonObject read(
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("filter") @DefaultValue("") String filter) {
    ConversationPage page = conversations.read(after, ConversationFilter.parse(filter));
    JsonArrayBuilder lines = Json.createArrayBuilder();
    page.lines().forEach(line -> lines.add(toJson(line)));
    return Json.createObjectBuilder()
        .add("lines", lines)
        .add("next", page.next())
        .add("missed", page.missed())
        .build();
  }

  private static JsonObjectBuilder toJson(ConversationLine line) {
    return Json.createObjectBuilder()
        .add("number", line.number())
        .add("time", line.time().toString())
        .add("session", line.session())
        .add("listener", line.listener())
        .add("client", line.client())
        .add("voice", line.voice().name().toLowerCase(Locale.ROOT))
        .add("text", line.text());
  }
}
