package org.mailroom.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code account add}, {@code show}, {@code set}, {@code remove}, {@code list}, {@code import},
 * {@code export}, and the same for every other kind of entry of the directory.
 */
final class DirectoryCommand implements Command {

  static final String VERBS = "add, show, set, remove, list, import or export";

  private static final String AS_JSON = "--json";
  private static final String CSV = "--csv";
  private static final String REASON = "--reason";
  private static final String DRY_RUN = "--dry-run";
  private static final String OUTPUT = "--output";
  private static final String PASSWORD = "--password-stdin";
  private static final int MOST_PASSWORD_OCTETS = 1000;

  private final DirectoryKind kind;

  DirectoryCommand(DirectoryKind kind) {
    this.kind = kind;
  }

  @Override
  public void run(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    if (words.isEmpty()) {
      throw new UsageException(kind.word() + " needs " + VERBS);
    }
    List<String> rest = words.subList(1, words.size());
    switch (words.get(0)) {
      case "add" -> add(rest, context);
      case "set" -> set(rest, context);
      case "show" -> show(rest, context);
      case "remove" -> remove(rest, context);
      case "list" -> list(rest, context);
      case "import" -> importFile(rest, context);
      case "export" -> export(rest, context);
      default -> throw new UsageException("unknown command: " + kind.word() + " " + words.get(0));
    }
  }

  private void add(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    Arguments arguments = entry(words);
    String name = arguments.operand(0, kind.naming().toUpperCase(Locale.ROOT));
    String body = body(arguments, System.in).with(kind.naming(), name).toString();
    answer(api(context).send("POST", kind.plural(), body), name + " is added", arguments, context);
  }

  private void set(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    Arguments arguments = entry(words);
    String name = arguments.operand(0, kind.naming().toUpperCase(Locale.ROOT));
    if (kind.fields().stream().noneMatch(field -> arguments.value(option(field)).isPresent())
        && !arguments.has(PASSWORD)) {
      throw new UsageException(kind.word() + " set needs at least one of " + options());
    }
    String body = body(arguments, System.in).toString();
    answer(api(context).send("PATCH", path(name), body), name + " is set", arguments, context);
  }

  private void show(List<String> words, Context context) throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON), Set.of(), 1);
    String name = arguments.operand(0, kind.naming().toUpperCase(Locale.ROOT));
    String answer = api(context).get(path(name));
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      kind.show(Json.parse(answer)).print(context.out());
    }
  }

  private void remove(List<String> words, Context context) throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON), Set.of(REASON), 1);
    String name = arguments.operand(0, kind.naming().toUpperCase(Locale.ROOT));
    String reason = arguments.value(REASON).map(why -> "?reason=" + HubApi.encoded(why)).orElse("");
    answer(
        api(context).send("DELETE", path(name) + reason, ""),
        name + " is removed",
        arguments,
        context);
  }

  private void list(List<String> words, Context context) throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON), Set.of(), 0);
    String answer = api(context).get(kind.plural());
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      kind.list(Json.parse(answer)).print(context.out());
    }
  }

  private void export(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON, CSV), Set.of(OUTPUT), 0);
    boolean csv = isCsv(arguments, arguments.value(OUTPUT).orElse(""));
    String answer = api(context).get(kind.plural() + "?format=" + (csv ? "csv" : "json"));
    Optional<String> output = arguments.value(OUTPUT);
    if (output.isPresent()) {
      Files.writeString(context.workingDirectory().resolve(output.get()), answer);
    } else {
      context.out().print(answer);
      context.out().print(csv ? "" : "\n");
    }
  }

  private void importFile(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON, CSV, DRY_RUN), Set.of(REASON), 1);
    String file = arguments.operand(0, "FILE");
    boolean csv = isCsv(arguments, file);
    String text = text(file, context);
    String reason = arguments.value(REASON).orElse("");
    String answer;
    if (csv) {
      String query =
          "?dry_run="
              + arguments.has(DRY_RUN)
              + (reason.isEmpty() ? "" : "&reason=" + HubApi.encoded(reason));
      answer = api(context).upload(kind.plural() + "/import" + query, "text/csv", text);
    } else {
      String body =
          new JsonObject()
              .raw("entries", entries(text))
              .raw("dry_run", Boolean.toString(arguments.has(DRY_RUN)))
              .with("reason", reason)
              .toString();
      answer = api(context).upload(kind.plural() + "/import", "application/json", body);
    }
    Json tally = Json.parse(answer);
    context
        .out()
        .println(
            (arguments.has(DRY_RUN) ? "would be: " : "")
                + tally.get("added").text()
                + " added, "
                + tally.get("changed").text()
                + " changed, "
                + tally.get("unchanged").text()
                + " as before");
  }

  /** The array in what {@code export --json} wrote, or the text itself. */
  private String entries(String text) throws FailureException {
    try {
      Json json = Json.parse(text);
      String inside = text.strip();
      if (!json.members().isEmpty()) {
        String start = "{" + Json.quoted(kind.plural()) + ":";
        if (!inside.startsWith(start) || json.members().size() != 1) {
          throw new FailureException(
              "Expected an array of entries, or {\"" + kind.plural() + "\":[...]}");
        }
        return inside.substring(start.length(), inside.length() - 1);
      }
      return inside;
    } catch (IllegalArgumentException e) {
      throw new FailureException("The file is not JSON: " + e.getMessage());
    }
  }

  private static boolean isCsv(Arguments arguments, String file) throws UsageException {
    if (arguments.has(AS_JSON) && arguments.has(CSV)) {
      throw new UsageException("either " + AS_JSON + " or " + CSV);
    }
    boolean named = file.toLowerCase(Locale.ROOT).endsWith(".csv");
    return arguments.has(CSV) || named && !arguments.has(AS_JSON);
  }

  private static String text(String file, Context context) throws FailureException, IOException {
    byte[] octets =
        file.equals("-")
            ? System.in.readAllBytes()
            : Files.readAllBytes(readable(context.workingDirectory().resolve(file)));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw new FailureException("The file is not in UTF-8");
    }
  }

  private static Path readable(Path file) throws FailureException {
    if (!Files.isReadable(file)) {
      throw new FailureException("The file " + file + " can't be read");
    }
    return file;
  }

  private Arguments entry(List<String> words) throws UsageException {
    Set<String> flags = new HashSet<>(Set.of(AS_JSON));
    if (kind.hasPassword()) {
      flags.add(PASSWORD);
    }
    Set<String> valued = new HashSet<>(options());
    valued.add(REASON);
    return Arguments.parse(words, flags, valued, 1);
  }

  /** What was given, as text: the hub reads it. A value that is given again is one of several. */
  private JsonObject body(Arguments arguments, InputStream in)
      throws FailureException, IOException {
    JsonObject body = new JsonObject();
    for (String field : kind.fields()) {
      List<String> values = arguments.values(option(field));
      if (!values.isEmpty()) {
        body.with(field, String.join(" ", values));
      }
    }
    if (arguments.has(PASSWORD)) {
      body.with("password", password(in));
    }
    return body.with("reason", arguments.value(REASON));
  }

  /** The first line: a password is never an argument, which everybody on the machine could see. */
  private static String password(InputStream in) throws FailureException, IOException {
    byte[] octets = in.readNBytes(MOST_PASSWORD_OCTETS);
    String line = new String(octets, StandardCharsets.UTF_8).split("\r?\n", 2)[0];
    if (line.isEmpty()) {
      throw new FailureException("There is no password on standard input");
    }
    return line;
  }

  private List<String> options() {
    List<String> options = new ArrayList<>();
    kind.fields().forEach(field -> options.add(option(field)));
    return options;
  }

  private static String option(String field) {
    return "--" + field.replace('_', '-');
  }

  private String path(String name) {
    return kind.plural() + "/" + HubApi.encoded(name);
  }

  private static void answer(String answer, String words, Arguments arguments, Context context) {
    context
        .out()
        .println(arguments.has(AS_JSON) ? answer.strip() : words.replaceAll("\\p{C}", "?"));
  }

  private static HubApi api(Context context) throws FailureException {
    return new HubApi(context.configuration().soundSettings());
  }
}
