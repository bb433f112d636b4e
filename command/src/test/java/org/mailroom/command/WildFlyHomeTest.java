package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WildFlyHomeTest {

  @TempDir private Path folder;
  private FakeWildFly fake;

  @BeforeEach
  void make() throws IOException {
    fake = FakeWildFly.in(folder.resolve("wildfly"), "WildFly", "39.0.1.Final");
  }

  @Test
  void theRightServerHasNoProblem() {
    assertThat(new WildFlyHome(fake.home()).problem()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"39.0.2.Final", "39.1.0.Final", "39.0.10.Final"})
  void soHasALater39(String version) throws IOException {
    fake.product("WildFly", version);

    assertThat(new WildFlyHome(fake.home()).problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "WildFly, 38.0.1.Final",
    "WildFly, 39.0.0.Final",
    "WildFly, 40.0.0.Final",
    "WildFly, 399.0.1.Final",
    "JBoss EAP, 39.0.1.GA",
    "WildFly, soon"
  })
  void anotherServerIsRefused(String name, String version) throws IOException {
    fake.product(name, version);

    assertThat(new WildFlyHome(fake.home()).problem())
        .contains(
            fake.home()
                + " is "
                + name
                + " "
                + version
                + ": expected WildFly 39.0.1 or later, but below 40");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThat(new WildFlyHome(folder.resolve("none")).problem())
        .contains("There is no WildFly in " + folder.resolve("none"));
  }

  @Test
  void aJarThatAModuleLacksIsNamed() throws IOException {
    fake.module("org/jboss/as/cli", "cli-1.jar");
    Files.delete(fake.module("org/jboss/as/server", "server-1.jar"));

    assertThat(new WildFlyHome(fake.home()).problem())
        .contains(
            "The WildFly in "
                + fake.home()
                + " is not whole: modules/system/layers/base/org/jboss/as/server/main/server-1.jar"
                + " is missing; delete the folder and unpack it again");
  }

  @Test
  void anEmptyFolderIsNotWhole() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(new WildFlyHome(empty).problem())
        .contains(
            "The WildFly in "
                + empty
                + " is not whole: jboss-modules.jar and 6 more are missing; delete the folder and"
                + " unpack it again");
  }
}
