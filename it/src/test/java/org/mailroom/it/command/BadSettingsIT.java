package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
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
    Path home = Path.of("target/older-wildfly").toAbsolutePath();
    Path product = home.resolve("modules/system/layers/base/org/jboss/as/product/main");
    Files.createDirectories(product);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("JBoss-Product-Release-Name", "WildFly");
    manifest.getMainAttributes().putValue("JBoss-Product-Release-Version", "26.1.3.Final");
    try (OutputStream jar = Files.newOutputStream(product.resolve("product.jar"))) {
      new JarOutputStream(jar, manifest).close();
    }
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
}
