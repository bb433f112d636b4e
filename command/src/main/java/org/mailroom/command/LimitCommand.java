package org.mailroom.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code limit NEXTHOP [--connections N] [--per-minute N] [--none] [--reason TEXT]}. */
final class LimitCommand implements Command {

  private static final String AS_JSON = "--json";
  private static final String NONE = "--none";
  private static final String CONNECTIONS = "--connections";
  private static final String PER_MINUTE = "--per-minute";
  private static final String REASON = "--reason";

  @Override
  public void run(List<String> words, Context context) throws UsageException, FailureException {
    Arguments arguments =
        Arguments.parse(words, Set.of(AS_JSON, NONE), Set.of(CONNECTIONS, PER_MINUTE, REASON), 1);
    String nextHop = arguments.operand(0, "NEXTHOP");
    Optional<String> connections = number(arguments, CONNECTIONS);
    Optional<String> perMinute = number(arguments, PER_MINUTE);
    boolean limited = connections.isPresent() || perMinute.isPresent();
    if (limited == arguments.has(NONE)) {
      throw new UsageException(
          "limit needs either " + CONNECTIONS + " or " + PER_MINUTE + ", or " + NONE);
    }
    JsonObject request =
        new JsonObject().with("next_hop", nextHop).with("reason", arguments.value(REASON));
    connections.ifPresent(value -> request.raw("connections", value));
    perMinute.ifPresent(value -> request.raw("per_minute", value));
    String answer =
        new HubApi(context.configuration().soundSettings()).post("limits", request.toString());
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      context.out().println(nextHop + (limited ? " is limited" : " has no limit"));
    }
  }

  private static Optional<String> number(Arguments arguments, String option) throws UsageException {
    Optional<String> value = arguments.value(option);
    if (value.isPresent() && !value.get().matches("[1-9]\\d{0,8}")) {
      throw new UsageException(option + " needs a number from 1");
    }
    return value;
  }
}
