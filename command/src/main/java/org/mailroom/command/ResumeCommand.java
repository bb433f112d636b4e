package org.mailroom.command;

import java.util.List;
import java.util.Set;

/** {@code resume intake|relay|NEXTHOP [--reason TEXT]}. */
final class ResumeCommand implements Command {

  private static final String AS_JSON = "--json";
  private static final String REASON = "--reason";

  @Override
  public void run(List<String> words, Context context) throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON), Set.of(REASON), 1);
    String subject = arguments.operand(0, "intake, relay or a next hop");
    String request =
        new JsonObject()
            .with("subject", subject)
            .with("reason", arguments.value(REASON))
            .toString();
    String answer =
        new HubApi(context.configuration().soundSettings()).post("pauses/resume", request);
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      boolean paused = Json.parse(answer).get("was_paused").isTrue();
      context.out().println(subject + (paused ? " is resumed" : " was not paused"));
    }
  }
}
