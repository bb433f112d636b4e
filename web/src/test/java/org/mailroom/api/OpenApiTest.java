package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.Field;

/** The document is written by hand: it has what the classes have, and nothing else. */
class OpenApiTest {

  private final JsonObject document = document();

  @Test
  void everyMethodOfEveryResourceIsInTheDocumentAndNothingElse() throws Exception {
    Set<String> written = new TreeSet<>();
    document
        .getJsonObject("paths")
        .forEach(
            (path, methods) ->
                methods
                    .asJsonObject()
                    .keySet()
                    .forEach(method -> written.add(method + " " + path)));
    assertThat(written).containsExactlyElementsOf(offered());
  }

  @Test
  void everyFieldOfEveryKindIsInItsSchema() {
    JsonObject paths = document.getJsonObject("paths");
    for (EntryKind kind : EntryKind.values()) {
      assertThat(paths).containsKey("/" + kind.plural());
      String schema =
          kind.word().substring(0, 1).toUpperCase(Locale.ROOT) + kind.word().substring(1);
      assertThat(schemas().getJsonObject(schema).getJsonObject("properties").keySet())
          .as(schema)
          .containsExactlyElementsOf(kind.fields().stream().map(Field::name).toList());
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertReferences(document);
  }

  private void assertReferences(JsonValue value) {
    switch (value.getValueType()) {
      case OBJECT -> {
        JsonObject object = value.asJsonObject();
        if (object.containsKey("$ref")) {
          String pointer = object.getString("$ref").substring(1);
          assertThat(Json.createPointer(pointer).containsValue(document)).as(pointer).isTrue();
        }
        object.values().forEach(this::assertReferences);
      }
      case ARRAY -> value.asJsonArray().forEach(this::assertReferences);
      default -> assertThat(value).isNotNull();
    }
  }

  private JsonObject schemas() {
    return document.getJsonObject("components").getJsonObject("schemas");
  }

  private static JsonObject document() {
    InputStream stream = new OpenApiResource().document();
    return Json.createReader(stream).readObject();
  }

  private static Set<String> offered() throws IOException, URISyntaxException {
    Set<String> offered = new TreeSet<>();
    for (Class<?> type : resources()) {
      String above = type.getAnnotation(Path.class).value();
      for (Method method : type.getDeclaredMethods()) {
        Path path = method.getAnnotation(Path.class);
        Arrays.stream(method.getAnnotations())
            .map(Annotation::annotationType)
            .filter(annotation -> annotation.isAnnotationPresent(HttpMethod.class))
            .map(annotation -> annotation.getSimpleName().toLowerCase(Locale.ROOT))
            .forEach(
                verb ->
                    paths(above, path == null ? "" : "/" + path.value())
                        .forEach(each -> offered.add(verb + " " + each)));
      }
    }
    return offered;
  }

  /** A choice in the path of a class is as many paths; other patterns are left out. */
  private static List<String> paths(String above, String below) {
    String rest = below.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    Stream<String> choices =
        above.startsWith("{")
            ? Arrays.stream(above.replaceAll("\\{\\w+: *|}", "").split("\\|"))
            : Stream.of(above);
    return choices.map(choice -> "/" + choice + rest).toList();
  }

  private static List<Class<?>> resources() throws IOException, URISyntaxException {
    try (Stream<java.nio.file.Path> files =
        Files.list(Paths.get(Api.class.getResource("Api.class").toURI()).getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Resource.class"))
          .<Class<?>>map(name -> load(name.replace(".class", "")))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName("org.mailroom.api." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
