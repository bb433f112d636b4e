package org.mailroom.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A folder that looks like a WildFly.
 *
 * @param home the folder
 */
record FakeWildFly(Path home) {

  private static final String BASE = "modules/system/layers/base/";

  static FakeWildFly in(Path home, String name, String version) throws IOException {
    FakeWildFly fake = new FakeWildFly(home);
    fake.product(name, version);
    fake.module("org/jboss/as/standalone", "standalone-1.jar");
    fake.module("org/jboss/as/cli", "cli-1.jar");
    fake.module("org/apache/activemq/artemis", "artemis-1.jar");
    fake.write("jboss-modules.jar", "jar");
    fake.write("standalone/configuration/standalone-full.xml", "<server/>");
    fake.write("standalone/configuration/logging.properties", "");
    return fake;
  }

  void product(String name, String version) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("JBoss-Product-Release-Name", name);
    attributes.putValue("JBoss-Product-Release-Version", version);
    Path jar = write(BASE + "org/jboss/as/product/main/product.jar", "");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      entries.finish();
    }
  }

  /** A module with one jar, which is given back. */
  Path module(String path, String jar) throws IOException {
    write(
        BASE + path + "/main/module.xml",
        "<module><resources>\n<resource-root path=\"" + jar + "\"/>\n</resources></module>");
    return write(BASE + path + "/main/" + jar, "jar");
  }

  private Path write(String path, String text) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
