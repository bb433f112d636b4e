package org.mailroom.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
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
      throw new UsageException(
          "queue needs list, show, destinations or one of " + QueueOperation.NAMES);
    }
    List<String> rest = words.subList(1, words.size());
    if (QueueOperation.NAMES.contains(words.get(0))) {
      new QueueOperation(words.get(0)).run(rest, context);
      return;
    }
    switch (words.get(0)) {
      case "list" ->
          list(
              Arguments.parse(rest, Set.of(AS_JSON), Set.of(STATE, PAGE), QueueOperation.WORDS),
              context);
      case "show" -> show(Arguments.parse(rest, Set.of(AS_JSON), Set.of(), 1), context);
      case "destinations" ->
          destinations(Arguments.parse(rest, Set.of(AS_JSON), Set.of(), 0), context);
      default -> throw new UsageException("unknown command: queue " + words.get(0));
    }
  }

  private static void list(Arguments arguments, Context context) throws FailureException {
    String state = arguments.value(STATE).map(key -> "&state=" + HubApi.encoded(key)).orElse("");
    String page = arguments.value(PAGE).map(number -> "&page=" + HubApi.encoded(number)).orElse("");
    String filter = arguments.text();
    String wanted =
        filter.isEmpty() ? state : "&filter=" + HubApi.encoded(filter + stateTerm(arguments));
    String answer = ask("queue?size=" + LISTED + wanted + page, context);
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      printList(Json.parse(answer), context.out());
    }
  }

  private static String stateTerm(Arguments arguments) {
    return arguments.value(STATE).map(state -> " state:" + state).orElse("");
  }

  private static void show(Arguments arguments, Context context)
      throws UsageException, FailureException {
    String answer = ask("queue/" + HubApi.encoded(arguments.operand(0, "ID")), context);
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
        mail.get(mail.get("state").text().equals("held") ? "hold_end" : "next_attempt").text(),
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

  static void printDestinations(Json answer, PrintStream out) {
    String pause = pause(answer.get("pause"));
    if (!pause.isEmpty()) {
      out.println("All relaying is paused: " + pause);
    }
    List<Json> destinations = answer.get("destinations").elements();
    new Table(
            List.of(
                "NEXT HOP",
                "STATE",
                "UNTIL",
                "MAILS",
                "OLDEST",
                "CONNECTIONS",
                "PER MINUTE",
                "LIMITS",
                "PAUSED",
                "LAST ERROR"),
            destinations.stream().map(QueueCommand::destination).toList())
        .print(out);
  }

  private static List<String> destination(Json destination) {
    return List.of(
        destination.get("next_hop").text(),
        destination.get("state").text(),
        destination.get("until").text(),
        destination.get("mails").text(),
        destination.get("oldest").text(),
        destination.get("connections_in_use").text() + "/" + destination.get("connections").text(),
        destination.get("mails_per_minute").text(),
        limits(destination.get("limits")),
        pause(destination.get("pause")),
        destination.get("last_error").get("text").text());
  }

  private static String limits(Json limits) {
    return limits.members().entrySet().stream()
        .map(limit -> limit.getKey().replace('_', ' ') + " " + limit.getValue().text())
        .collect(Collectors.joining(", "));
  }

  private static String pause(Json pause) {
    return pause.members().isEmpty()
        ? ""
        : pause.get("reason").text() + " (" + pause.get("actor").text() + ")";
  }

  private static String ask(String path, Context context) throws FailureException {
    return new HubApi(context.configuration().soundSettings()).get(path);
  }
}
