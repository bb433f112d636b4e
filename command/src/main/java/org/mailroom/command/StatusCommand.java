package org.mailroom.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.settings.Durations;

/** {@code status [--json]}: how the hub does. */
final class StatusCommand implements Command {

  private static final String JSON = "--json";

  @Override
  public void run(List<String> words, Context context) throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(JSON), Set.of(), 0);
    String answer = new HubApi(context.configuration().soundSettings()).get("status");
    if (arguments.has(JSON)) {
      context.out().println(answer.strip());
    } else {
      print(Json.parse(answer), context.out());
    }
  }

  static void print(Json status, PrintStream out) {
    out.printf(
        "Mailroom %s is %s, since %s%n",
        status.get("version").text(),
        status.get("ready").isTrue() ? "ready" : "not ready",
        status.get("since").text());
    List<Json> listeners = status.get("listeners").elements();
    int width =
        Stream.concat(listeners.stream().map(one -> one.get("name").text()), Stream.of("warning"))
            .mapToInt(String::length)
            .max()
            .getAsInt();
    for (Json listener : listeners) {
      String open = listener.get("open").isTrue() ? "open" : "closed";
      String where = String.format("%-24s %s", listener.get("address").text(), open);
      line(listener.get("name").text(), width, where, out);
    }
    String queues =
        status.get("queues").members().entrySet().stream()
            .map(queue -> queue.getKey() + " " + queue.getValue().text())
            .collect(Collectors.joining(", "));
    line("queue", width, queues + oldest(status.get("oldest_seconds").number()), out);
    status.get("warnings").elements().forEach(w -> line("warning", width, w.text(), out));
  }

  private static void line(String label, int width, String text, PrintStream out) {
    out.println("  " + label + " ".repeat(width - label.length() + 2) + text);
  }

  private static String oldest(long seconds) {
    return seconds == 0 ? "" : "; oldest " + Durations.format(Duration.ofSeconds(seconds));
  }
}
