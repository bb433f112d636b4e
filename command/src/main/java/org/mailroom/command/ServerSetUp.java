package org.mailroom.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.settings.Secret;
import org.mailroom.settings.SettingName;
import org.mailroom.settings.Settings;

/**
 * Makes the server's configuration from WildFly's own and the set-up script, by WildFly's command
 * line, without a running server. That takes seconds, so it happens only when the script or WildFly
 * changed; one configuration fits all settings. The first time it makes the console's first user as
 * well.
 *
 * <p>All is made in a folder of its own and moved into place at the end.
 */
final class ServerSetUp {

  static final String CONFIGURATION = "mailroom.xml";

  private static final List<String> PLAIN =
      List.of(
          "logging.properties",
          "application-users.properties",
          "application-roles.properties",
          "mgmt-users.properties",
          "mgmt-groups.properties");

  private final DataDirectory data;
  private final WildFlyHome wildfly;
  private final Path script;
  private final Path workshop;

  ServerSetUp(DataDirectory data, WildFlyHome wildfly, Path script) {
    this.data = data;
    this.wildfly = wildfly;
    this.script = script;
    this.workshop = data.server().resolve("set-up");
  }

  /**
   * Makes what is missing or out of date.
   *
   * @return the user that was made, if one was
   */
  Optional<Administrator> make(Settings settings) throws FailureException, IOException {
    String stamp = stamp();
    Path stampFile = data.configuration().resolve("stamp");
    boolean configured =
        Files.exists(stampFile) && Files.readString(stampFile).strip().equals(stamp);
    boolean peopled = Files.isDirectory(data.people());
    if (configured && peopled) {
      return Optional.empty();
    }
    Optional<Administrator> first =
        peopled ? Optional.empty() : Optional.of(Administrator.of(settings));
    Trees.delete(workshop);
    try {
      layOut();
      runCommandLine(first);
      Files.writeString(workshop.resolve("configuration/stamp"), stamp + "\n");
      Trees.delete(data.configuration());
      Files.move(workshop.resolve("configuration"), data.configuration());
      if (first.isPresent()) {
        leave(first.get().password());
        Files.move(
            workshop.resolve("data/secrets/people"), data.people(), StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      Trees.delete(workshop);
    }
    return first;
  }

  /** For the hub's first start; in a file for its owner alone, never in an environment. */
  private void leave(Secret password) throws IOException {
    Files.deleteIfExists(data.firstPassword());
    Files.createFile(
        data.firstPassword(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(data.firstPassword(), password.value() + "\n");
  }

  private void layOut() throws IOException {
    Path configuration = Files.createDirectories(workshop.resolve("configuration"));
    Files.createDirectories(workshop.resolve("data"));
    for (String file : PLAIN) {
      Files.copy(wildfly.plainConfiguration().resolve(file), configuration.resolve(file));
    }
    Files.copy(
        wildfly.plainConfiguration().resolve("standalone-full.xml"),
        configuration.resolve(CONFIGURATION));
  }

  private void runCommandLine(Optional<Administrator> first) throws FailureException, IOException {
    List<String> commands = new ArrayList<>();
    commands.add("embed-server --server-config=" + CONFIGURATION + " --std-out=discard");
    commands.add("run-batch --file=" + quoted(script));
    if (first.isPresent()) {
      Path operations = workshop.resolve("people.cli");
      Files.write(operations, first.get().operations());
      commands.add("run-batch --file=" + quoted(operations));
    }
    Path commandFile = Files.write(workshop.resolve("set-up.cli"), commands);
    Processes.Outcome outcome =
        Processes.run(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djboss.home.dir=" + wildfly.path(),
                "-Djboss.server.base.dir=" + workshop,
                "-Dlogging.configuration="
                    + wildfly.path().resolve("bin/jboss-cli-logging.properties").toUri(),
                "-jar",
                wildfly.jbossModules().toString(),
                "-mp",
                wildfly.modules() + ":" + data.modules(),
                "org.jboss.as.cli",
                "--file=" + commandFile),
            Map.of(
                "JBOSS_HOME",
                wildfly.path().toString(),
                SettingName.DATA.key(),
                workshop.resolve("data").toString()));
    if (outcome.exitCode() != 0) {
      throw new FailureException("WildFly's set-up failed: " + reason(outcome.output()));
    }
  }

  /** The failure alone: the operation before it may hold the password. */
  private static String reason(String output) {
    return output
        .lines()
        .filter(line -> line.contains("WFLY") && !line.startsWith("Operation:"))
        .map(line -> line.replace("Failure: ", "").strip())
        .reduce((earlier, later) -> later)
        .orElse("the command line gave no reason");
  }

  private String stamp() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(script));
      digest.update(
          Files.readAllBytes(wildfly.plainConfiguration().resolve("standalone-full.xml")));
      return HexFormat.of().formatHex(digest.digest()) + " " + wildfly.version().orElse("");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String quoted(Path path) {
    return '"' + path.toString() + '"';
  }
}
