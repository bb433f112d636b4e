package org.mailroom.it.deployed;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a test adds to the directory of the deployed hub, and what is taken away again behind it.
 * Members of entries come in pairs, a name and a text, a flag, a number or several texts; the first
 * is what tells an entry from others.
 */
final class Added implements AfterEachCallback {

  private final Deque<String> paths = new ArrayDeque<>();

  /** A local domain. */
  Added domain(String name, Object... more) throws Exception {
    return and("domains", with(name, "name", more));
  }

  /** A route. */
  Added route(String name, Object... more) throws Exception {
    return and("routes", with(name, "name", more));
  }

  /** An account. */
  Added account(String address, Object... more) throws Exception {
    return and("accounts", with(address, "address", more));
  }

  /** An alias. */
  Added alias(String address, String... targets) throws Exception {
    return and("aliases", "address", address, "targets", List.of(targets));
  }

  /** A list. */
  Added list(String address, String posting, Object... more) throws Exception {
    Object[] head = {"posting", posting};
    return and("lists", with(address, "address", joined(head, more)));
  }

  /** Any entry. */
  Added and(String kind, Object... members) throws Exception {
    DirectoryApi.ok("POST", kind, json(members));
    return imported(kind, (String) members[1]);
  }

  /** An entry that came another way. */
  Added imported(String kind, String name) {
    paths.push(path(kind, name));
    return this;
  }

  /** Changes an entry. */
  static void change(String kind, String name, Object... members) throws Exception {
    DirectoryApi.ok("PATCH", path(kind, name), json(members));
  }

  /** Why an entry can't be changed like that. */
  static String refusedChange(String kind, String name, Object... members) throws Exception {
    return refused(DirectoryApi.ask("PATCH", path(kind, name), json(members)));
  }

  /** Why an entry can't be added. */
  static String refused(String kind, Object... members) throws Exception {
    return refused(DirectoryApi.ask("POST", kind, json(members)));
  }

  private static String refused(HttpResponse<String> answer) {
    if (answer.statusCode() != 400) {
      throw new AssertionError("Answered " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    takeBack();
  }

  /** Takes all of it away now. */
  void takeBack() throws Exception {
    while (!paths.isEmpty()) {
      DirectoryApi.ok("DELETE", paths.pop(), "");
    }
  }

  private static String path(String kind, String name) {
    return kind + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Object[] with(String name, String member, Object... more) {
    return joined(new Object[] {member, name}, more);
  }

  private static Object[] joined(Object[] first, Object[] second) {
    Object[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static String json(Object... members) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    for (int i = 0; i < members.length; i += 2) {
      String name = (String) members[i];
      switch (members[i + 1]) {
        case String text -> object.add(name, text);
        case Boolean flag -> object.add(name, flag);
        case Integer number -> object.add(name, number);
        case Collection<?> texts -> {
          JsonArrayBuilder array = Json.createArrayBuilder();
          texts.forEach(text -> array.add((String) text));
          object.add(name, array);
        }
        default -> throw new IllegalArgumentException(name + " of " + members[i + 1].getClass());
      }
    }
    return object.build().toString();
  }
}
