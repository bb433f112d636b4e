package org.mailroom.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code version}: ours, the server's and Java's. */
final class VersionCommand implements Command {

  @Override
  public void run(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    Arguments.parse(words, Set.of(), Set.of(), 0);
    String own =
        Optional.ofNullable(Main.class.getPackage().getImplementationVersion()).orElse("?");
    String server =
        new WildFlyHome(context.configuration().settings().wildflyHome().orElseThrow())
            .version()
            .orElse("no WildFly");
    context.out().println("Mailroom " + own + " (" + server + ", Java " + Runtime.version() + ")");
  }
}
