package org.mailroom.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** {@code token add NAME --role ROLE}, {@code token list} and {@code token remove NAME}. */
final class TokenCommand implements Command {

  private static final String AS_JSON = "--json";
  private static final String ROLE = "--role";
  private static final String REASON = "--reason";

  @Override
  public void run(List<String> words, Context context) throws UsageException, FailureException {
    if (words.isEmpty()) {
      throw new UsageException("token needs add, list or remove");
    }
    List<String> rest = words.subList(1, words.size());
    switch (words.get(0)) {
      case "add" -> add(rest, context);
      case "list" -> list(rest, context);
      case "remove" -> remove(rest, context);
      default -> throw new UsageException("unknown command: token " + words.get(0));
    }
  }

  private static void add(List<String> words, Context context)
      throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON), Set.of(ROLE, REASON), 1);
    String name = arguments.operand(0, "NAME");
    String role =
        arguments.value(ROLE).orElseThrow(() -> new UsageException("token add needs " + ROLE));
    String body =
        new JsonObject()
            .with("name", name)
            .with("role", role)
            .with("reason", arguments.value(REASON))
            .toString();
    String answer = api(context).post("tokens", body);
    context
        .out()
        .println(arguments.has(AS_JSON) ? answer.strip() : Json.parse(answer).get("token").text());
  }

  private static void list(List<String> words, Context context)
      throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON), Set.of(), 0);
    String answer = api(context).get("tokens");
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      print(Json.parse(answer), context.out());
    }
  }

  private static void remove(List<String> words, Context context)
      throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON), Set.of(REASON), 1);
    String name = arguments.operand(0, "NAME");
    String answer =
        api(context)
            .send(
                "DELETE",
                "tokens/"
                    + HubApi.encoded(name)
                    + arguments
                        .value(REASON)
                        .map(why -> "?reason=" + HubApi.encoded(why))
                        .orElse(""),
                "");
    context
        .out()
        .println(
            arguments.has(AS_JSON)
                ? answer.strip()
                : name.replaceAll("\\p{C}", "?") + " is removed");
  }

  static void print(Json answer, PrintStream out) {
    List<List<String>> rows =
        answer.get("tokens").elements().stream()
            .map(
                token ->
                    List.of(
                        token.get("name").text(),
                        token.get("role").text(),
                        token.get("made").text(),
                        token.get("actor").text()))
            .toList();
    new Table(List.of("NAME", "ROLE", "MADE", "BY"), rows).print(out);
  }

  private static HubApi api(Context context) throws FailureException {
    return new HubApi(context.configuration().soundSettings());
  }
}
