package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What keeps a hub from starting is said at once, one line each, and nothing is changed. */
class BadSettingsIT {

  private final Hub hub;

  BadSettingsIT() throws IOException {
    hub = new Hub("bad-settings", HubPorts.BAD_SETTINGS);
  }

  @Test
  void allBadSettingsAreReportedTogether() throws IOException {
    hub.with("SMPT_PORT", "2525").with("EXPIRY", "soon").with("HEAP", "much");
    isRefused("MAILROOM_SMPT_PORT", "MAILROOM_EXPIRY", "MAILROOM_HEAP");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket taken =
        new ServerSocket(HubPorts.BAD_SETTINGS, 1, InetAddress.getLoopbackAddress())) {
      isRefused(Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void aWildFlyHomeThatIsNoneIsNamed() throws IOException {
    Path home = Files.createDirectories(Path.of("target/no-wildfly")).toAbsolutePath();
    hub.with("WILDFLY_HOME", home.toString());
    isRefused(home.toString());
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void anOlderWildFlyIsNamed() throws IOException {
    Path real = Path.of(System.getProperty("mailroom.it.wildfly"));
    Path home = Path.of("target/older-wildfly").toAbsolutePath();
    Hub.deleteTree(home);
    copyLightly(real, home);
    Path manifest =
        home.resolve(
            "modules/system/layers/base/org/jboss/as/product/main/dir/META-INF/MANIFEST.MF");
    Files.writeString(manifest, Files.readString(manifest).replace("39.0.1.Final", "26.1.3.Final"));
    hub.with("WILDFLY_HOME", home.toString());
    isRefused("26.1.3.Final");
  }

  private void isRefused(String... words) throws IOException {
    Result result = hub.run("start");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.problems()).as("a line for each problem").hasSize(words.length);
    for (String word : words) {
      assertThat(result.problems()).anyMatch(line -> line.contains(word));
    }
    assertThat(hub.data()).as("nothing was made").doesNotExist();
  }

  /** The folders and the product's manifest, the rest as links. */
  private static void copyLightly(Path real, Path home) throws IOException {
    Path product = Path.of("modules/system/layers/base/org/jboss/as/product/main/dir/META-INF");
    Files.createDirectories(home.resolve(product));
    Files.copy(
        real.resolve(product).resolve("MANIFEST.MF"), home.resolve(product).resolve("MANIFEST.MF"));
    Files.createSymbolicLink(home.resolve("jboss-modules.jar"), real.resolve("jboss-modules.jar"));
    Files.createSymbolicLink(home.resolve("bin"), real.resolve("bin"));
    Files.createSymbolicLink(home.resolve("standalone"), real.resolve("standalone"));
  }
}
