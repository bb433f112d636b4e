package org.mailroom.command;

import java.util.List;
import java.util.Set;

/** {@code pause intake|relay|NEXTHOP --reason TEXT [--for DURATION]}. */
final class PauseCommand implements Command {

  private static final String AS_JSON = "--json";
  private static final String REASON = "--reason";
  private static final String FOR = "--for";

  @Override
  public void run(List<String> words, Context context) throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON), Set.of(REASON, FOR), 1);
    String subject = arguments.operand(0, "intake, relay or a next hop");
    if (arguments.value(REASON).isEmpty()) {
      throw new UsageException("pause needs " + REASON);
    }
    String request =
        new JsonObject()
            .with("subject", subject)
            .with("reason", arguments.value(REASON))
            .with("for", arguments.value(FOR))
            .toString();
    String answer = new HubApi(context.configuration().soundSettings()).post("pauses", request);
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      String until = Json.parse(answer).get("until").text();
      context.out().println(subject + " is paused" + (until.isEmpty() ? "" : " until " + until));
    }
  }
}
