package org.mailroom.command;

import java.nio.file.Path;

/**
 * The folder that Mailroom was built in.
 *
 * @param home the project's folder, absolute
 */
record Installation(Path home) {

  /** The server that the build unpacks. */
  private static final String WILDFLY = "wildfly-39.0.1.Final";

  Path application() {
    return home.resolve("ear/target/mailroom.ear");
  }

  Path databaseDriver() {
    return home.resolve("ear/target/drivers/postgresql.jar");
  }

  Path setUpScript() {
    return home.resolve("config/wildfly/mailroom.cli");
  }

  Path environmentFile() {
    return home.resolve("config/mailroom.env");
  }

  Path defaultWildFlyHome() {
    return home.resolve(".wildfly").resolve(WILDFLY);
  }

  Path defaultData() {
    return home.resolve("data");
  }
}
