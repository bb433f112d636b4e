package org.mailroom.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    for (Json listener : status.get("listeners").elements()) {
      out.printf(
          "  %-10s %-24s %s%n",
          listener.get("name").text(),
          listener.get("address").text(),
          listener.get("open").isTrue() ? "open" : "closed");
    }
    out.println(
        "  queue      "
            + status.get("queues").members().entrySet().stream()
                .map(queue -> queue.getKey() + " " + queue.getValue().text())
                .collect(Collectors.joining(", "))
            + oldest(status.get("oldest_seconds").number()));
    status.get("warnings").elements().forEach(w -> out.println("  warning    " + w.text()));
  }

  private static String oldest(long seconds) {
    return seconds == 0 ? "" : "; oldest " + Durations.format(Duration.ofSeconds(seconds));
  }
}
