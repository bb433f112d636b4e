package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.mailroom.operation.Job;
import org.mailroom.operation.Jobs;

/** {@code /api/jobs}: operations under way, and those that ended in this run of the hub. */
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

  @Inject private Jobs jobs;

  /** The newest first. */
  @GET
  public JsonObject list() {
    JsonArrayBuilder array = Json.createArrayBuilder();
    jobs.list().forEach(job -> array.add(JobJson.of(job)));
    return Json.createObjectBuilder().add("jobs", array).build();
  }

  /** How one does. */
  @GET
  @Path("{id}")
  public JsonObject show(@PathParam("id") String id) {
    return JobJson.of(find(id));
  }

  /** Ends one after the parts that are under way. */
  @POST
  @Path("{id}/stop")
  public JsonObject stop(@PathParam("id") String id) {
    Job job = find(id);
    job.stop();
    return JobJson.of(job);
  }

  /** What one exported: a zip file of .eml files. */
  @GET
  @Path("{id}/file")
  @Produces("application/zip")
  public Response file(@PathParam("id") String id) {
    Job job = find(id);
    return job.file()
        .map(file -> Response.ok(file.toFile()).build())
        .orElseThrow(() -> new ApiException(Status.NOT_FOUND, "This job has exported nothing"));
  }

  private Job find(String id) {
    return jobs.find(id)
        .orElseThrow(
            () ->
                new ApiException(
                    Status.NOT_FOUND, "No job has this id in this run of the hub; see the audit"));
  }
}
