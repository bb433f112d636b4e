package org.mailroom.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.Field;
import org.mailroom.directory.change.ImportRow;
import org.mailroom.refusal.CommonReason;

/** Entries of the directory as JSON: texts, numbers, true and false, arrays of words. */
final class DirectoryJson {

  private DirectoryJson() {}

  /** An entry without its secrets; texts that are empty are left out. */
  static JsonObjectBuilder of(EntryKind kind, DirectoryEntry entry) {
    Map<String, String> texts = kind.write(entry);
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (Field field : kind.fields()) {
      String text = texts.getOrDefault(field.name(), "");
      switch (field.type()) {
        case FLAG -> json.add(field.name(), Boolean.parseBoolean(text));
        case NUMBER -> json.add(field.name(), Long.parseLong(text));
        case WORDS -> json.add(field.name(), words(text));
        case TEXT -> {
          if (!text.isEmpty()) {
            json.add(field.name(), text);
          }
        }
        case SECRET -> {
          // Nobody is told.
        }
      }
    }
    return json;
  }

  private static JsonArrayBuilder words(String text) {
    JsonArrayBuilder words = Json.createArrayBuilder();
    Field.words(text).forEach(words::add);
    return words;
  }

  /** The members of an object as texts, but for those that are not the entry's. */
  static Map<String, String> fields(JsonObject json, String... others) {
    if (json == null) {
      throw new ApiException(Status.BAD_REQUEST, "Expected a JSON object");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    json.forEach((name, value) -> fields.put(name, text(name, value)));
    List.of(others).forEach(fields::remove);
    return fields;
  }

  /** The entries of an import, each an object. */
  static List<ImportRow> rows(JsonValue entries) {
    if (!(entries instanceof JsonArray array)) {
      throw new ApiException(Status.BAD_REQUEST, "The member entries is an array of objects");
    }
    List<ImportRow> rows = new ArrayList<>();
    for (JsonValue entry : array) {
      if (!(entry instanceof JsonObject object)) {
        throw new ApiException(Status.BAD_REQUEST, "The member entries is an array of objects");
      }
      rows.add(new ImportRow(CommonReason.ENTRY.about(rows.size() + 1), fields(object)));
    }
    return rows;
  }

  private static String text(String name, JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case NUMBER, TRUE, FALSE -> value.toString();
      case NULL -> "";
      case ARRAY ->
          String.join(" ", value.asJsonArray().stream().map(one -> word(name, one)).toList());
      case OBJECT -> throw wrong(name);
    };
  }

  private static String word(String name, JsonValue value) {
    if (value instanceof JsonString word) {
      return word.getString();
    }
    throw wrong(name);
  }

  private static ApiException wrong(String name) {
    return new ApiException(
        Status.BAD_REQUEST,
        "The member " + name + " is a text, a number, true, false, or an array of texts");
  }
}
