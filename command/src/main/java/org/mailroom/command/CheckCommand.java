package org.mailroom.command;

import java.util.List;
import java.util.Set;

/**
 * {@code check COMMAND}: passes when a hub could start, and prints its data directory. Changes
 * nothing.
 */
final class CheckCommand implements Command {

  private static final Set<String> LISTENING = Set.of("run", "start");

  @Override
  public void run(List<String> words, Context context) throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(), Set.of(), 1);
    boolean listening = LISTENING.contains(arguments.operand(0, "the command"));
    Configuration configuration = context.configuration();
    new Preflight(context.installation(), configuration).check(listening);
    context.out().println(configuration.settings().data());
  }
}
