package org.mailroom.command;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code queue list}, {@code queue show ID} and {@code queue destinations}. */
final class QueueCommand implements Command {

  private static final String AS_JSON = "--json";
  private static final String STATE = "--state";
  private static final String PAGE = "--page";
  private static final int LISTED = 1000;

  @Override
  public void run(List<String> words, Context context) throws UsageException, FailureException {
    if (words.isEmpty()) {
      throw new UsageException("queue needs list, show or destinations");
    }
    List<String> rest = words.subList(1, words.size());
    switch (words.get(0)) {
      case "list" -> list(Arguments.parse(rest, Set.of(AS_JSON), Set.of(STATE, PAGE), 0), context);
      case "show" -> show(Arguments.parse(rest, Set.of(AS_JSON), Set.of(), 1), context);
      case "destinations" ->
          destinations(Arguments.parse(rest, Set.of(AS_JSON), Set.of(), 0), context);
      default -> throw new UsageException("unknown command: queue " + words.get(0));
    }
  }

  private static void list(Arguments arguments, Context context) throws FailureException {
    String state = arguments.value(STATE).map(key -> "&state=" + encoded(key)).orElse("");
    String page = arguments.value(PAGE).map(number -> "&page=" + encoded(number)).orElse("");
    String answer = ask("queue?size=" + LISTED + state + page, context);
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      printList(Json.parse(answer), context.out());
    }
  }

  private static void show(Arguments arguments, Context context)
      throws UsageException, FailureException {
    String answer = ask("queue/" + encoded(arguments.operand(0, "ID")), context);
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      Json.parse(answer).get("parts").elements().forEach(part -> printPart(part, context.out()));
    }
  }

  private static void destinations(Arguments arguments, Context context) throws FailureException {
    String answer = ask("destinations", context);
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      printDestinations(Json.parse(answer), context.out());
    }
  }

  static void printList(Json page, PrintStream out) {
    List<Json> mails = page.get("mails").elements();
    new Table(
            List.of("ID", "PART", "STATE", "BYTES", "TRIES", "NEXT", "FROM", "TO", "LAST"),
            mails.stream().map(QueueCommand::row).toList())
        .print(out);
    long total = page.get("total").number();
    if (total > mails.size()) {
      out.println("page " + page.get("page").text() + ", " + total + " in all");
    }
  }

  private static List<String> row(Json mail) {
    List<Json> to = mail.get("to").elements();
    String recipients = to.isEmpty() ? "" : to.get(0).text();
    return List.of(
        mail.get("id").text(),
        mail.get("part").text(),
        mail.get("state").text(),
        mail.get("bytes").text(),
        mail.get("attempts").text(),
        mail.get("next_attempt").text(),
        "<" + mail.get("from").text() + ">",
        to.size() > 1 ? recipients + " +" + (to.size() - 1) : recipients,
        mail.get("last").get("text").text());
  }

  static void printPart(Json part, PrintStream out) {
    List<List<String>> rows = new ArrayList<>();
    part.members().forEach((name, value) -> addRows(rows, name, value));
    new Table(List.of("PART", part.get("part").text()), rows).print(out);
  }

  private static void addRows(List<List<String>> rows, String name, Json value) {
    value.elements().forEach(element -> rows.add(List.of(name, element.text())));
    value.members().forEach((inner, member) -> addRows(rows, name + " " + inner, member));
    if (value.elements().isEmpty() && value.members().isEmpty()) {
      rows.add(List.of(name, value.text()));
    }
  }

  /** A column for each member that any destination has, since each tells what there is to tell. */
  static void printDestinations(Json answer, PrintStream out) {
    List<Json> destinations = answer.get("destinations").elements();
    Set<String> heads =
        destinations.stream()
            .map(Json::members)
            .map(Map::keySet)
            .flatMap(Set::stream)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<List<String>> rows =
        destinations.stream()
            .map(destination -> heads.stream().map(head -> cell(destination.get(head))).toList())
            .toList();
    new Table(heads.stream().map(QueueCommand::head).toList(), rows).print(out);
  }

  /** Of an error, what it says. */
  private static String cell(Json value) {
    return value.members().isEmpty() ? value.text() : value.get("text").text();
  }

  private static String head(String member) {
    return member.toUpperCase(Locale.ROOT).replace('_', ' ');
  }

  private static String ask(String path, Context context) throws FailureException {
    return new HubApi(context.configuration().soundSettings()).get(path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
