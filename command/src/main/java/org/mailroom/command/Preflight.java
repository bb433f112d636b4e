package org.mailroom.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.settings.PasswordFile;
import org.mailroom.settings.SettingName;
import org.mailroom.settings.Settings;

/** Everything that can be known to be wrong before anything is changed. */
final class Preflight {

  private final Installation installation;
  private final Configuration configuration;

  Preflight(Installation installation, Configuration configuration) {
    this.installation = installation;
    this.configuration = configuration;
  }

  /**
   * Passes, or fails with all problems together.
   *
   * @param listening false when no port will be opened
   */
  void check(boolean listening) throws FailureException {
    Settings settings = configuration.settings();
    List<String> problems = new ArrayList<>(configuration.problems());
    settings
        .smartHostLogin()
        .flatMap(login -> PasswordFile.problem(login.passwordFile()))
        .ifPresent(p -> problems.add(SettingName.SMART_HOST_PASSWORD_FILE.key() + " " + p));
    DataDirectory data = new DataDirectory(settings.data());
    boolean held = !configuration.doubts().test(SettingName.DATA) && data.isHeld();
    if (held) {
      problems.add(data.heldBySomebody());
    } else {
      data.problem().ifPresent(problems::add);
    }
    if (listening && !held) {
      // The ports of a hub that runs on this directory are taken by itself.
      problems.addAll(Doors.problems(settings, configuration.doubts()));
    }
    if (!configuration.doubts().test(SettingName.WILDFLY_HOME)) {
      settings
          .wildflyHome()
          .flatMap(home -> new WildFlyHome(home).problem())
          .ifPresent(problems::add);
    }
    for (Path file :
        List.of(
            installation.application(),
            installation.databaseDriver(),
            installation.setUpScript())) {
      if (!Files.isReadable(file)) {
        problems.add(file + " is missing; run ./mvnw -DskipTests package");
      }
    }
    if (!problems.isEmpty()) {
      throw new FailureException(problems);
    }
  }
}
