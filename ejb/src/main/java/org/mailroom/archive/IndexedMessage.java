package org.mailroom.archive;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.SystemFlag;
import org.mailroom.mailbox.archive.NotReadableException;

/**
 * What the index of an archive says of a message.
 *
 * @param file in the folder of the mailbox
 * @param sha256 of its octets, in hexadecimal digits
 */
record IndexedMessage(String file, Instant date, MessageFlags flags, String sha256) {

  private static final String FILE = "file";
  private static final String DATE = "date";
  private static final String FLAGS = "flags";
  private static final String SHA256 = "sha256";

  JsonObject toJson() {
    JsonArrayBuilder words = Json.createArrayBuilder();
    for (SystemFlag flag : SystemFlag.values()) {
      if (flags.has(flag)) {
        words.add(flag.text());
      }
    }
    flags.keywords().forEach(words::add);
    return Json.createObjectBuilder()
        .add(FILE, file)
        .add(DATE, date.toString())
        .add(FLAGS, words)
        .add(SHA256, sha256)
        .build();
  }

  static IndexedMessage of(JsonObject json) throws NotReadableException {
    try {
      return new IndexedMessage(
          json.getString(FILE, ""),
          Instant.parse(json.getString(DATE, "")),
          flags(Optional.ofNullable(json.get(FLAGS)).map(value -> value.asJsonArray())),
          json.getString(SHA256, ""));
    } catch (DateTimeException | IllegalArgumentException | ClassCastException e) {
      throw new NotReadableException("The archive says nonsense of a message", e);
    }
  }

  private static MessageFlags flags(Optional<JsonArray> array) {
    List<JsonString> words = new ArrayList<>();
    array.ifPresent(some -> words.addAll(some.getValuesAs(JsonString.class)));
    int system = 0;
    Set<String> keywords = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (JsonString word : words) {
      Optional<SystemFlag> flag = SystemFlag.named(word.getString());
      if (flag.isPresent()) {
        system |= flag.get().bit();
      } else {
        keywords.add(word.getString());
      }
    }
    return new MessageFlags(system, keywords);
  }
}
