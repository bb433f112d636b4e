package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.mailroom.status.Node;
import org.mailroom.status.Nodes;

/** {@code GET /api/nodes}: the hubs on this hub's database. */
@Path("nodes")
@Produces(MediaType.APPLICATION_JSON)
public class NodesResource {

  @Inject private Nodes nodes;
  @Inject private Clock clock;

  /** All of them, by name. */
  @GET
  public JsonObject list() {
    Instant now = clock.instant();
    Node here = nodes.here();
    JsonArrayBuilder array = Json.createArrayBuilder();
    nodes.with(here).forEach(node -> array.add(toJson(node, node.equals(here), now)));
    return Json.createObjectBuilder().add("nodes", array).build();
  }

  private static JsonObjectBuilder toJson(Node node, boolean here, Instant now) {
    return Json.createObjectBuilder()
        .add("name", node.name())
        .add("here", here)
        .add("alive", node.isAlive(now))
        .add("version", node.version())
        .add("since", node.since().toString())
        .add("intake", node.intake().key())
        .add("relaying", node.relaying().key())
        .add("seen", node.seen().toString());
  }
}
