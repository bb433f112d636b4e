package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.IpLiteral;
import org.mailroom.mail.ReversePath;
import org.mailroom.probe.Explainer;
import org.mailroom.probe.Question;
import org.mailroom.probe.WayStep;

/** {@code POST /api/explain}: which way a mail would take, without sending it. */
@Path("explain")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ExplainResource {

  /** Documentation addresses are nobody's (RFC 5737). */
  private static final String STRANGER = "192.0.2.1";

  private static final Set<String> MEMBERS = Set.of("from", "to", "size", "client", "logged_in");

  @Inject private Explainer explainer;

  /** The steps, in their order. */
  @POST
  public JsonObject explain(JsonObject json) {
    JsonArrayBuilder steps = Json.createArrayBuilder();
    explain(new Body(json, MEMBERS)).forEach(step -> steps.add(toJson(step)));
    return Json.createObjectBuilder().add("steps", steps).build();
  }

  private List<WayStep> explain(Body body) {
    try {
      return explainer.explain(
          new Question(
              ReversePath.parse(body.text("from").orElse("")),
              ForwardPath.parse(body.required("to")),
              body.number("size").orElse(0),
              IpLiteral.parse(body.text("client").orElse(STRANGER)),
              body.flag("logged_in")));
    } catch (IllegalArgumentException e) {
      throw new ApiException(Status.BAD_REQUEST, e.getMessage());
    }
  }

  private static JsonObjectBuilder toJson(WayStep step) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("step", step.kind().key())
            .add("tone", step.kind().tone().name().toLowerCase(Locale.ROOT))
            .add("level", step.level())
            .add("subject", step.subject());
    if (!step.detail().isEmpty()) {
      json.add("detail", step.detail());
    }
    if (!step.more().isEmpty()) {
      json.add("more", Json.createArrayBuilder(step.more()));
    }
    return json;
  }
}
