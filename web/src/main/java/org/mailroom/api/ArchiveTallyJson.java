package org.mailroom.api;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.mailroom.archive.ArchiveTally;

/** How many messages came into an account. */
final class ArchiveTallyJson {

  private ArchiveTallyJson() {}

  static JsonObjectBuilder of(ArchiveTally tally) {
    return Json.createObjectBuilder()
        .add("added", tally.added())
        .add("known", tally.known())
        .add("too_large", tally.tooLarge())
        .add("ignored", tally.ignored())
        .add("mailboxes", tally.mailboxes());
  }
}
