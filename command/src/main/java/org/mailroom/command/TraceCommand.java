package org.mailroom.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code trace ID}: what happened to a mail; {@code trace --sender …} and its like: which mails
 * there were.
 */
final class TraceCommand implements Command {

  private static final String AS_JSON = "--json";
  private static final List<String> TERMS =
      List.of("--from", "--to", "--sender", "--recipient", "--subject", "--after");
  private static final int LISTED = 100;

  @Override
  public void run(List<String> words, Context context) throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON), Set.copyOf(TERMS), 1);
    boolean one = !arguments.text().isEmpty();
    boolean any = TERMS.stream().anyMatch(arguments::has);
    if (one == any) {
      throw new UsageException("trace needs an ID, or one of " + String.join(", ", TERMS));
    }
    String path = one ? "traces/" + HubApi.encoded(arguments.text()) : "traces?" + query(arguments);
    String answer = new HubApi(context.configuration().soundSettings()).get(path);
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else if (one) {
      printTrace(Json.parse(answer), context.out());
    } else {
      printList(Json.parse(answer), context.out());
    }
  }

  private static String query(Arguments arguments) {
    return TERMS.stream()
        .filter(arguments::has)
        .map(term -> term.substring(2) + "=" + HubApi.encoded(arguments.value(term).orElse("")))
        .collect(Collectors.joining("&", "size=" + LISTED + "&", ""));
  }

  static void printList(Json page, PrintStream out) {
    List<List<String>> rows =
        page.get("traces").elements().stream()
            .map(
                row ->
                    List.of(
                        row.get("id").text(),
                        row.get("accepted").text(),
                        "<" + row.get("from").text() + ">",
                        "<" + row.get("to").text() + ">",
                        state(row.get("last")),
                        row.get("subject").text()))
            .toList();
    new Table(List.of("ID", "ACCEPTED", "FROM", "TO", "LAST", "SUBJECT"), rows).print(out);
    String next = page.get("next").text();
    if (!next.isEmpty()) {
      out.println("more: --after " + next);
    }
  }

  static void printTrace(Json trace, PrintStream out) {
    List<List<String>> rows = new ArrayList<>();
    for (String name :
        List.of("accepted", "from", "user", "subject", "bytes", "client", "helo", "about")) {
      if (!trace.get(name).text().isEmpty()) {
        rows.add(List.of(name, trace.get(name).text()));
      }
    }
    trace.get("to").elements().forEach(to -> rows.add(List.of("to", to.text())));
    new Table(List.of("ID", trace.get("id").text()), rows).print(out);
    List<List<String>> events =
        trace.get("events").elements().stream().map(TraceCommand::event).toList();
    new Table(List.of("TIME", "EVENT", "TO", "NEXT HOP", "WHO", "WHY"), events).print(out);
  }

  private static List<String> event(Json event) {
    String why =
        Stream.of("stage", "status", "reply", "reason", "detail", "dsn")
            .map(name -> event.get(name).text())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    return List.of(
        event.get("time").text(),
        event.get("event").text(),
        "<" + event.get("to").text() + ">",
        event.get("next_hop").text(),
        event.get("actor").text(),
        why);
  }

  private static String state(Json last) {
    String event = last.get("event").text();
    return event.isEmpty() ? "queued" : event;
  }
}
