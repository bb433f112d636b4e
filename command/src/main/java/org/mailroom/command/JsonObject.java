package org.mailroom.command;

import java.util.Optional;

/** A JSON object that grows member by member. */
final class JsonObject {

  private final StringBuilder members = new StringBuilder();

  JsonObject with(String name, String text) {
    return raw(name, Json.quoted(text));
  }

  JsonObject with(String name, Optional<String> text) {
    return text.isEmpty() ? this : with(name, text.get());
  }

  /** A member whose value is JSON already, such as a number. */
  JsonObject raw(String name, String json) {
    if (!members.isEmpty()) {
      members.append(',');
    }
    members.append(Json.quoted(name)).append(':').append(json);
    return this;
  }

  @Override
  public String toString() {
    return "{" + members + "}";
  }
}
