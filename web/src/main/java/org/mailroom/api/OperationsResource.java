package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.operation.DryRun;
import org.mailroom.operation.NewExpiry;
import org.mailroom.operation.Operation;
import org.mailroom.operation.OperationException;
import org.mailroom.operation.OperationReason;
import org.mailroom.operation.OperationRequest;
import org.mailroom.operation.QueueOperations;
import org.mailroom.queue.filter.FilterException;
import org.mailroom.queue.filter.QueueFilter;

/** {@code POST /api/operations}: hold, release, retry and all else, on one mail or on many. */
@Path("operations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {

  private static final Set<String> MEMBERS =
      Set.of("operation", "filter", "reason", "to", "expiry", "until", "dry_run");
  private static final String OPERATIONS =
      Arrays.stream(Operation.values()).map(Operation::key).collect(Collectors.joining(", "));

  @Inject private QueueOperations operations;
  @Inject private Clock clock;

  /** Begins a job, or says what it would do. */
  @POST
  public Response start(JsonObject json, @Context HttpHeaders headers) {
    Body body = new Body(json, MEMBERS);
    try {
      OperationRequest request = request(body, Actor.of(headers));
      return body.flag("dry_run")
          ? Response.ok(toJson(operations.tryOut(request))).build()
          : Response.accepted(JobJson.of(operations.start(request))).build();
    } catch (FilterException | OperationException e) {
      throw new ApiException(Status.BAD_REQUEST, e.getMessage());
    }
  }

  private OperationRequest request(Body body, String actor)
      throws FilterException, OperationException {
    Operation operation =
        Operation.of(body.required("operation"))
            .orElseThrow(
                () -> new OperationException(OperationReason.NO_OPERATION.about(OPERATIONS)));
    Optional<String> to = body.text("to");
    if (operation == Operation.REROUTE && to.isEmpty()) {
      throw new OperationException(OperationReason.NEEDS_ROUTE.about());
    }
    Optional<String> expiry = body.text("expiry");
    Optional<String> until = body.text("until");
    return new OperationRequest(
        operation,
        QueueFilter.parseIdOrFilter(body.text("filter").orElse("")),
        actor,
        body.text("reason").orElse(""),
        to.isEmpty() ? Optional.empty() : OperationRequest.parseRoute(to.get()),
        expiry.isEmpty()
            ? Optional.empty()
            : Optional.of(NewExpiry.parse(expiry.get(), clock.instant())),
        until.isEmpty()
            ? Optional.empty()
            : Optional.of(OperationRequest.parseHoldEnd(until.get(), clock.instant())));
  }

  static JsonObject toJson(DryRun dryRun) {
    JsonObjectBuilder skipped = Json.createObjectBuilder();
    dryRun.skipped().forEach(skipped::add);
    return Json.createObjectBuilder()
        .add("dry_run", true)
        .add("matching", dryRun.matching())
        .add("changing", dryRun.changing())
        .add("skipped", skipped)
        .add("sample", EntryJson.of(dryRun.sample()))
        .build();
  }
}
