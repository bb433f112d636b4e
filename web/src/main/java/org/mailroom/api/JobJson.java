package org.mailroom.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import org.mailroom.operation.Job;

/** A job as JSON. */
final class JobJson {

  private JobJson() {}

  static JsonObject of(Job job) {
    JsonObjectBuilder skipped = Json.createObjectBuilder();
    job.skipped().forEach(skipped::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", job.id())
            .add("operation", job.task().operation())
            .add("filter", job.task().about())
            .add("actor", job.task().actor())
            .add("reason", job.task().reason())
            .add("state", job.state().name().toLowerCase(Locale.ROOT))
            .add("total", job.total())
            .add("settled", job.settled())
            .add("done", job.done())
            .add("in_attempt", job.inAttempt())
            .add("skipped", skipped)
            .add("result", job.inWords())
            .add("started", job.started().toString());
    job.ended().ifPresent(time -> json.add("ended", time.toString()));
    job.file().ifPresent(file -> json.add("file", "jobs/" + job.id() + "/file"));
    return json.build();
  }
}
