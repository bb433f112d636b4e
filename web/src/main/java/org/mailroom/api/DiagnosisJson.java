package org.mailroom.api;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.mailroom.mail.Diagnosis;

/** What came of an attempt, as JSON. */
final class DiagnosisJson {

  private DiagnosisJson() {}

  static JsonObjectBuilder of(Diagnosis diagnosis) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("stage", diagnosis.stage())
            .add("status", diagnosis.status().toString())
            .add("text", diagnosis.text())
            .add("reply", diagnosis.isReply());
    diagnosis.remoteMta().ifPresent(mta -> json.add("remote_mta", mta));
    return json;
  }
}
