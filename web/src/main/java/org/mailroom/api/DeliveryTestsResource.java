package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;
import java.util.Set;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.ReversePath;
import org.mailroom.probe.DeliveryTest;
import org.mailroom.probe.DeliveryTests;
import org.mailroom.probe.TestRefusedException;
import org.mailroom.probe.TestRequest;
import org.mailroom.probe.TestStep;

/** {@code /api/delivery-tests}: what a next hop answers to mail for an address. */
@Path("delivery-tests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryTestsResource {

  private static final Set<String> MEMBERS = Set.of("from", "to", "test_mail");

  @Inject private DeliveryTests tests;

  /** Begins a test. */
  @POST
  public Response start(JsonObject json, @Context HttpHeaders headers) {
    Body body = new Body(json, MEMBERS);
    try {
      TestRequest request =
          new TestRequest(
              Actor.of(headers),
              ReversePath.parse(body.text("from").orElse("")),
              ForwardPath.parse(body.required("to")),
              body.flag("test_mail"));
      return Response.accepted(toJson(tests.start(request))).build();
    } catch (IllegalArgumentException e) {
      throw new ApiException(Status.BAD_REQUEST, e.getMessage());
    } catch (TestRefusedException e) {
      throw new ApiException(Status.SERVICE_UNAVAILABLE, e.getMessage());
    }
  }

  /** How one does. */
  @GET
  @Path("{id}")
  public JsonObject show(@PathParam("id") String id) {
    return toJson(
        tests
            .find(id)
            .orElseThrow(
                () -> new ApiException(Status.NOT_FOUND, "There is no such test any more")));
  }

  static JsonObject toJson(DeliveryTest test) {
    // First, so that an end is never told before its last step.
    String state = test.verdict().key();
    JsonArrayBuilder steps = Json.createArrayBuilder();
    test.steps().forEach(step -> steps.add(toJson(step)));
    return Json.createObjectBuilder()
        .add("id", test.id())
        .add("state", state)
        .add("from", test.request().from().toString())
        .add("to", test.request().to().toString())
        .add("started", test.started().toString())
        .add("steps", steps)
        .build();
  }

  private static JsonObjectBuilder toJson(TestStep step) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("step", step.kind().key())
            .add("tone", step.tone().name().toLowerCase(Locale.ROOT))
            .add("time", step.time().toString())
            .add("milliseconds", step.took().toMillis())
            .add("subject", step.subject());
    if (!step.answer().isEmpty()) {
      json.add("answer", step.answer());
    }
    if (!step.more().isEmpty()) {
      json.add("more", Json.createArrayBuilder(step.more()));
    }
    return json;
  }
}
