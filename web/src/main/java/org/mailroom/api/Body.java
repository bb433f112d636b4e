package org.mailroom.api;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mailroom.settings.Durations;

/** The JSON of a request, of which each member is of the right kind, and none is unknown. */
final class Body {

  private final JsonObject json;

  Body(JsonObject json, Set<String> known) {
    if (json == null) {
      throw new ApiException(Status.BAD_REQUEST, "Expected a JSON object");
    }
    this.json = json;
    for (String name : json.keySet()) {
      if (!known.contains(name)) {
        throw new ApiException(
            Status.BAD_REQUEST, "There is no member " + name + "; there are " + known);
      }
    }
  }

  Optional<String> text(String name) {
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    if (value instanceof JsonString text) {
      return Optional.of(text.getString());
    }
    return nothing(value, name, "a string");
  }

  String required(String name) {
    return text(name)
        .orElseThrow(
            () -> new ApiException(Status.BAD_REQUEST, "The member " + name + " is missing"));
  }

  boolean flag(String name) {
    JsonValue value = json.getOrDefault(name, JsonValue.FALSE);
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value == JsonValue.TRUE;
    }
    throw new ApiException(Status.BAD_REQUEST, "The member " + name + " is true or false");
  }

  OptionalInt number(String name) {
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    if (value instanceof JsonNumber number && number.isIntegral()) {
      try {
        return OptionalInt.of(number.intValueExact());
      } catch (ArithmeticException e) {
        throw new ApiException(Status.BAD_REQUEST, "The member " + name + " is too large");
      }
    }
    nothing(value, name, "a whole number");
    return OptionalInt.empty();
  }

  Optional<Duration> duration(String name) {
    try {
      return text(name).map(Durations::parse);
    } catch (IllegalArgumentException e) {
      throw new ApiException(
          Status.BAD_REQUEST, "The member " + name + " is a duration: " + Durations.FORM);
    }
  }

  private static <T> Optional<T> nothing(JsonValue value, String name, String kind) {
    if (value == JsonValue.NULL) {
      return Optional.empty();
    }
    throw new ApiException(Status.BAD_REQUEST, "The member " + name + " is " + kind);
  }
}
