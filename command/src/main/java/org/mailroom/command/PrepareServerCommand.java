package org.mailroom.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.settings.Settings;

/**
 * {@code prepare-server}: makes the data directory and the server in it. The caller holds the lock.
 */
final class PrepareServerCommand implements Command {

  @Override
  public void run(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    Arguments.parse(words, Set.of(), Set.of(), 0);
    Configuration configuration = context.configuration();
    Settings settings = configuration.soundSettings();
    DataDirectory data = new DataDirectory(settings.data());
    WildFlyHome wildfly = new WildFlyHome(settings.wildflyHome().orElseThrow());
    data.create();
    Optional<Administrator> first =
        new ServerSetUp(data, wildfly, context.installation().setUpScript()).make(settings);
    DriverModule.put(context.installation().databaseDriver(), data.modules());
    Application.put(context.installation().application(), data.deployments());
    new Launch(configuration, data, wildfly).write(context.environment());
    first
        .filter(Administrator::generated)
        .ifPresent(
            admin ->
                context
                    .out()
                    .println(
                        "The console's user is "
                            + admin.name()
                            + " with the password "
                            + admin.password().value()
                            + ", shown only this once"));
  }
}
