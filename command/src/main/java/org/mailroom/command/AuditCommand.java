package org.mailroom.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** {@code audit list [--before ID] [--json]}: who did what, the newest first. */
final class AuditCommand implements Command {

  private static final String AS_JSON = "--json";
  private static final String BEFORE = "--before";

  @Override
  public void run(List<String> words, Context context) throws UsageException, FailureException {
    if (words.isEmpty() || !words.get(0).equals("list")) {
      throw new UsageException("audit needs list");
    }
    Arguments arguments =
        Arguments.parse(words.subList(1, words.size()), Set.of(AS_JSON), Set.of(BEFORE), 0);
    String before = arguments.value(BEFORE).orElse("");
    if (!before.matches("\\d{0,18}")) {
      throw new UsageException(BEFORE + " needs the id of an entry");
    }
    String answer =
        new HubApi(context.configuration().soundSettings()).get("audit?before=" + before);
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      print(Json.parse(answer), context.out());
    }
  }

  static void print(Json answer, PrintStream out) {
    List<List<String>> rows =
        answer.get("entries").elements().stream()
            .map(
                entry ->
                    List.of(
                        entry.get("id").text(),
                        entry.get("time").text(),
                        entry.get("actor").text(),
                        entry.get("action").text(),
                        entry.get("subject").text(),
                        entry.get("ended").isTrue() ? entry.get("result").text() : "under way",
                        entry.get("reason").text()))
            .toList();
    new Table(List.of("ID", "TIME", "WHO", "WHAT", "TO", "RESULT", "WHY"), rows).print(out);
  }
}
