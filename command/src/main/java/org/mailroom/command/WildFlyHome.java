package org.mailroom.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An application server's folder: must be WildFly 39.0.1 or a later 39, and whole.
 *
 * @param path the folder, absolute
 */
record WildFlyHome(Path path) {

  private static final String NAME = "WildFly";
  private static final int MAJOR = 39;
  private static final Pattern VERSION =
      Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})\\D.*");
  private static final Pattern RESOURCE =
      Pattern.compile("<resource-root\\s[^>]*?path=\"([^\"$]+\\.jar)\"");
  private static final String PRODUCT = "modules/system/layers/base/org/jboss/as/product/main";
  private static final String MODULES = "modules/system/layers/base";
  private static final List<String> NEEDED =
      List.of(
          "jboss-modules.jar",
          PRODUCT,
          MODULES + "/org/jboss/as/standalone/main/module.xml",
          MODULES + "/org/jboss/as/cli/main/module.xml",
          MODULES + "/org/apache/activemq/artemis/main/module.xml",
          "standalone/configuration/standalone-full.xml",
          "standalone/configuration/logging.properties");

  Path jbossModules() {
    return path.resolve("jboss-modules.jar");
  }

  Path modules() {
    return path.resolve("modules");
  }

  Path plainConfiguration() {
    return path.resolve("standalone/configuration");
  }

  /** What keeps a hub from running on this server, if anything does. */
  Optional<String> problem() {
    if (!Files.isDirectory(path)) {
      return Optional.of("There is no WildFly in " + path);
    }
    try {
      Optional<String> version = version();
      if (version.isPresent() && !fits(version.get())) {
        return Optional.of(
            path + " is " + version.get() + ": expected WildFly 39.0.1 or later, but below 40");
      }
      List<String> missing = missing();
      return missing.isEmpty() ? Optional.empty() : Optional.of(notWhole(missing));
    } catch (IOException e) {
      return Optional.of("The WildFly in " + path + " can't be read: " + e.getMessage());
    }
  }

  /** Name and version, such as {@code WildFly 39.0.1.Final}. */
  Optional<String> version() throws IOException {
    Path product = path.resolve(PRODUCT);
    if (!Files.isDirectory(product)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(product)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        try (JarFile file = new JarFile(jar.toFile())) {
          Manifest manifest = file.getManifest();
          if (manifest != null) {
            return Optional.of(
                manifest.getMainAttributes().getValue("JBoss-Product-Release-Name")
                    + " "
                    + manifest.getMainAttributes().getValue("JBoss-Product-Release-Version"));
          }
        }
      }
      return Optional.empty();
    }
  }

  private static boolean fits(String version) {
    Matcher matcher = VERSION.matcher(version.replace(NAME + " ", "") + " ");
    return version.startsWith(NAME + " ")
        && matcher.matches()
        && Integer.parseInt(matcher.group(1)) == MAJOR
        && (Integer.parseInt(matcher.group(2)) > 0 || Integer.parseInt(matcher.group(3)) > 0);
  }

  /** Files that a server needs and doesn't have: the jars of each module, and a few more. */
  private List<String> missing() throws IOException {
    List<String> missing =
        new ArrayList<>(NEEDED.stream().filter(file -> !Files.exists(path.resolve(file))).toList());
    if (!Files.isDirectory(path.resolve(MODULES))) {
      return missing;
    }
    List<Path> descriptions;
    try (Stream<Path> files = Files.walk(path.resolve(MODULES))) {
      descriptions = files.filter(file -> file.endsWith("module.xml")).toList();
    }
    for (Path description : descriptions) {
      Matcher resource = RESOURCE.matcher(Files.readString(description));
      while (resource.find()) {
        Path jar = description.resolveSibling(resource.group(1));
        if (!Files.exists(jar) || Files.size(jar) == 0) {
          missing.add(path.relativize(jar).toString());
        }
      }
    }
    return missing;
  }

  private String notWhole(List<String> missing) {
    return "The WildFly in "
        + path
        + " is not whole: "
        + missing.get(0)
        + (missing.size() == 1
            ? " is missing"
            : " and " + (missing.size() - 1) + " more are missing")
        + "; delete the folder and unpack it again";
  }
}
