package org.mailroom.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** {@code session list}, {@code session kill ID} and {@code session kill --user ADDRESS}. */
final class SessionCommand implements Command {

  private static final String AS_JSON = "--json";
  private static final String USER = "--user";
  private static final String REASON = "--reason";

  @Override
  public void run(List<String> words, Context context) throws UsageException, FailureException {
    if (words.isEmpty()) {
      throw new UsageException("session needs list or kill");
    }
    List<String> rest = words.subList(1, words.size());
    switch (words.get(0)) {
      case "list" -> list(rest, context);
      case "kill" -> kill(rest, context);
      default -> throw new UsageException("unknown command: session " + words.get(0));
    }
  }

  private static void list(List<String> words, Context context)
      throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON), Set.of(), 0);
    String answer = api(context).get("sessions");
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      print(Json.parse(answer), context.out());
    }
  }

  private static void kill(List<String> words, Context context)
      throws UsageException, FailureException {
    boolean ofUser = words.contains(USER);
    Arguments arguments =
        Arguments.parse(words, Set.of(AS_JSON), Set.of(USER, REASON), ofUser ? 0 : 1);
    String reason = "reason=" + HubApi.encoded(arguments.value(REASON).orElse(""));
    String path =
        ofUser
            ? "sessions?user=" + HubApi.encoded(arguments.value(USER).orElse("")) + "&" + reason
            : "sessions/" + HubApi.encoded(arguments.operand(0, "ID")) + "?" + reason;
    String answer = api(context).send("DELETE", path, "");
    String ended = Json.parse(answer).get("ended").text();
    context.out().println(arguments.has(AS_JSON) ? answer.strip() : ended + " ended");
  }

  static void print(Json answer, PrintStream out) {
    List<List<String>> rows =
        answer.get("sessions").elements().stream()
            .map(
                session ->
                    List.of(
                        session.get("id").text(),
                        session.get("user").text(),
                        session.get("client").text(),
                        Boolean.parseBoolean(session.get("tls").text()) ? "yes" : "no",
                        session.get("since").text(),
                        session.get("idle_seconds").text() + " s"))
            .toList();
    new Table(List.of("ID", "USER", "CLIENT", "TLS", "SINCE", "IDLE"), rows).print(out);
  }

  private static HubApi api(Context context) throws FailureException {
    return new HubApi(context.configuration().soundSettings());
  }
}
