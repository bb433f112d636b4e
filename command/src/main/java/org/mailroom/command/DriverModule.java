package org.mailroom.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** PostgreSQL's driver as a module of the server, in the place that WildFly's modules expect. */
final class DriverModule {

  private static final String FOLDER = "org/postgresql/jdbc/main";
  private static final String JAR = "postgresql.jar";
  private static final String DESCRIPTION =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <module name="org.postgresql.jdbc" xmlns="urn:jboss:module:1.9">
        <resources>
          <resource-root path="postgresql.jar"/>
        </resources>
        <dependencies>
          <module name="java.se"/>
          <module name="jdk.net" optional="true"/>
        </dependencies>
      </module>
      """;

  private DriverModule() {}

  /** Makes the module, anew each time: the jar may be another. */
  static void put(Path driver, Path modules) throws IOException {
    Path folder = Files.createDirectories(modules.resolve(FOLDER));
    Files.copy(driver, folder.resolve(JAR), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(folder.resolve("module.xml"), DESCRIPTION);
  }
}
