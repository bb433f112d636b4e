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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Set;
import org.mailroom.settings.SettingLine;
import org.mailroom.settings.SettingsReport;
import org.mailroom.settings.SettingsTrial;

/** {@code /api/settings}: what the hub was started with, and what other settings would be. */
@Path("settings")
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {

  private static final String NAME = "name";

  @Inject private SettingsReport report;
  @Inject private SettingsTrial trial;

  /** The settings in effect, without secrets. */
  @GET
  public JsonObject list() {
    JsonArrayBuilder array = Json.createArrayBuilder();
    report.lines().forEach(line -> array.add(toJson(line)));
    return Json.createObjectBuilder().add("settings", array).build();
  }

  /** Tries lines of {@code MAILROOM_NAME=value}; changes nothing. */
  @POST
  @Path("try")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject tryOut(JsonObject json) {
    String lines = new Body(json, Set.of("lines")).required("lines");
    SettingsTrial.Outcome outcome = trial.of(lines.lines().toList());
    JsonArrayBuilder changes = Json.createArrayBuilder();
    outcome
        .changes()
        .forEach(
            change ->
                changes.add(
                    Json.createObjectBuilder()
                        .add(NAME, change.name().key())
                        .add("before", change.before())
                        .add("after", change.after())
                        .add("outranked", change.outranked())));
    return Json.createObjectBuilder()
        .add("problems", Json.createArrayBuilder(outcome.problems()))
        .add("changes", changes)
        .build();
  }

  private static JsonObjectBuilder toJson(SettingLine line) {
    JsonObjectBuilder json = Json.createObjectBuilder().add(NAME, line.name().key());
    if (!line.isSecret()) {
      json.add("value", line.value()).add("default", line.otherwise());
    }
    return json.add("source", line.source().name().toLowerCase(Locale.ROOT));
  }
}
