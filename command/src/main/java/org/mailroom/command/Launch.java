package org.mailroom.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.mailroom.settings.DatabaseAddress;
import org.mailroom.settings.SettingName;
import org.mailroom.settings.Settings;
import org.mailroom.settings.SettingsReport;

/** How the server's JVM is launched: its environment and its arguments. */
final class Launch {

  /** Not the server's business, or a secret. */
  private static final Set<String> KEPT_BACK =
      Set.of(
          SettingName.ADMIN_PASSWORD.key(),
          SettingName.DB_PASSWORD.key(),
          SettingName.JAVA_HOME.key(),
          SettingName.CORPUS.key());

  /** What WildFly's own scripts open, as its modules need it. */
  private static final List<String> EXPORTS =
      List.of(
          "java.desktop/sun.awt",
          "java.naming/com.sun.jndi.ldap",
          "java.naming/com.sun.jndi.url.ldap",
          "java.naming/com.sun.jndi.url.ldaps",
          "jdk.naming.dns/com.sun.jndi.dns");

  private static final List<String> OPENS =
      List.of(
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.io",
          "java.base/java.net",
          "java.base/java.security",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.management/javax.management",
          "java.naming/javax.naming");

  private static final String SERIAL_FILTER =
      "maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000";

  private static final String DATABASE_PASSWORD = "mailroom.database.password";
  private static final int UNSAFE_IS_ASKED_ABOUT = 24;

  /** A JDK that has compact headers of objects, and gives memory outside of the heap back. */
  private static final int COMPACT = 25;

  /** The last JDK that lets one say how fast the room for young objects grows. */
  private static final int GROWS_AS_TOLD = 25;

  private final Configuration configuration;
  private final DataDirectory data;
  private final WildFlyHome wildfly;

  Launch(Configuration configuration, DataDirectory data, WildFlyHome wildfly) {
    this.configuration = configuration;
    this.data = data;
    this.wildfly = wildfly;
  }

  /** Writes what env(1) needs to launch the server, each word ended by NUL. */
  void write(Map<String, String> inherited) throws IOException {
    StringBuilder words = new StringBuilder();
    for (String word : words(inherited)) {
      words.append(word).append('\0');
    }
    Files.writeString(data.launch(), words);
    writeSecrets();
  }

  /** A password stands in no list of processes, so the server reads it from a file. */
  private void writeSecrets() throws IOException {
    Properties secrets = new Properties();
    configuration
        .settings()
        .database()
        .flatMap(DatabaseAddress::password)
        .ifPresent(password -> secrets.setProperty(DATABASE_PASSWORD, password.value()));
    Files.deleteIfExists(data.secretProperties());
    Files.createFile(
        data.secretProperties(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(data.secretProperties())) {
      secrets.store(out, null);
    }
  }

  List<String> words(Map<String, String> inherited) {
    List<String> words = new ArrayList<>();
    inherited.keySet().stream()
        .filter(name -> name.startsWith(SettingName.PREFIX))
        .forEach(name -> words.addAll(List.of("-u", name)));
    configuration
        .values()
        .forEach(
            (name, value) -> {
              if (!KEPT_BACK.contains(name)) {
                words.add(name + "=" + forServer(name, value));
              }
            });
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(jvmOptions());
    words.addAll(List.of("-jar", wildfly.jbossModules().toString()));
    words.addAll(
        List.of("-mp", wildfly.modules() + ":" + data.modules(), "org.jboss.as.standalone"));
    words.add("-Djboss.home.dir=" + wildfly.path());
    words.add("-Djboss.server.base.dir=" + data.server());
    words.add("--properties=" + data.secretProperties());
    words.add("--server-config=" + ServerSetUp.CONFIGURATION);
    return words;
  }

  /** A database that says nothing more is not waited for without end. */
  private static String forServer(String name, String value) {
    return name.equals(SettingName.DB_URL.key()) && !value.isEmpty()
        ? DatabaseAddress.bounded(value)
        : value;
  }

  private List<String> jvmOptions() {
    Settings settings = configuration.settings();
    List<String> options = new ArrayList<>();
    options.add("-D[mailroom]");
    options.add("-Xmx" + settings.heap());
    // An idle hub needs no more, whatever the machine has.
    options.add("-Xms128m");
    // All classes fit in: each growth of their room costs a full collection.
    options.add("-XX:MetaspaceSize=192m");
    if (Runtime.version().feature() >= COMPACT) {
      options.add("-XX:+UseCompactObjectHeaders");
      options.add("-XX:TrimNativeHeapInterval=10000");
    }
    if (settings.javaOptions().stream().noneMatch(Launch::choosesCollector)) {
      options.add("-XX:+UseParallelGC");
      options.addAll(youngGeneration(Runtime.version().feature()));
    }
    // A hub without memory must not linger: a supervisor starts it again, and nothing is lost.
    options.add("-XX:+ExitOnOutOfMemoryError");
    EXPORTS.forEach(name -> options.add("--add-exports=" + name + "=ALL-UNNAMED"));
    OPENS.forEach(name -> options.add("--add-opens=" + name + "=ALL-UNNAMED"));
    options.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= UNSAFE_IS_ASKED_ABOUT) {
      options.add("--sun-misc-unsafe-memory-access=allow");
    }
    options.add("-Djava.awt.headless=true");
    options.add("-Djdk.serialFilter=" + SERIAL_FILTER);
    options.add("-Djboss.modules.system.pkgs=org.jboss.byteman");
    options.add("-Dorg.jboss.boot.log.file=" + data.serverLog());
    options.add(
        "-Dlogging.configuration=" + data.configuration().resolve("logging.properties").toUri());
    options.add("-Djboss.server.log.dir=" + data.logs());
    options.add("-Djboss.server.data.dir=" + data.server().resolve("data"));
    options.add("-Dmailroom.https.enabled=" + (settings.ports().https() != 0));
    options.add(
        "-Dmailroom.database.driver=" + (settings.database().isPresent() ? "postgresql" : "h2"));
    options.add("-Dmailroom.queue.memory=" + settings.heap() / 4);
    options.add("-D" + SettingsReport.FROM_FILE + "=" + String.join(",", configuration.fromFile()));
    options.addAll(settings.javaOptions());
    return options;
  }

  /**
   * A start needs much room for young objects and leaves it behind, resident; mail needs it as
   * well, but an idle hub does not. So it grows slowly: not in a start, but in a minute of load.
   */
  static List<String> youngGeneration(int jdk) {
    return jdk <= GROWS_AS_TOLD
        ? List.of("-XX:YoungGenerationSizeSupplement=0", "-XX:YoungGenerationSizeIncrement=5")
        : List.of("-XX:MaxNewSize=96m");
  }

  private static boolean choosesCollector(String option) {
    return option.matches("-XX:\\+Use\\w+GC");
  }
}
