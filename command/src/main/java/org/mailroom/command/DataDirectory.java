package org.mailroom.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a hub keeps everything that outlives it. One hub at a time: the server process holds {@code
 * lock} as long as it lives, and the system gives it back however the process ends.
 *
 * @param root the directory, absolute
 */
record DataDirectory(Path root) {

  /** Holds the process id of the server that has the lock. */
  Path lock() {
    return root.resolve("lock");
  }

  Path logs() {
    return root.resolve("logs");
  }

  Path serverLog() {
    return logs().resolve("server.log");
  }

  /** What the server's JVM itself writes: little, unless it dies. */
  Path consoleLog() {
    return logs().resolve("console.log");
  }

  /** The server's base directory, which can be made again from nothing. */
  Path server() {
    return root.resolve("server");
  }

  Path configuration() {
    return server().resolve("configuration");
  }

  Path deployments() {
    return server().resolve("deployments");
  }

  /** Modules that WildFly itself lacks. */
  Path modules() {
    return server().resolve("modules");
  }

  /** System properties that are nobody else's business. */
  Path secretProperties() {
    return server().resolve("secret.properties");
  }

  /** Words for env(1), each ended by NUL: how to launch the server. */
  Path launch() {
    return server().resolve("launch");
  }

  Path secrets() {
    return root.resolve("secrets");
  }

  /** Who may log in to the console. */
  Path people() {
    return secrets().resolve("people");
  }

  /** The first administrator's password, until the hub has hashed it into its directory. */
  Path firstPassword() {
    return secrets().resolve("first-password");
  }

  /** The code that sets up a new hub in the browser; empty when it is worth nothing any more. */
  Path firstRun() {
    return secrets().resolve("first-run");
  }

  Path token() {
    return secrets().resolve("command-token");
  }

  /** What keeps a hub from using this directory, if anything does. Changes nothing. */
  Optional<String> problem() {
    if (!Files.exists(root)) {
      Path parent = root.getParent();
      while (parent != null && !Files.exists(parent)) {
        parent = parent.getParent();
      }
      return parent != null && Files.isDirectory(parent) && Files.isWritable(parent)
          ? Optional.empty()
          : Optional.of("The data directory " + root + " can't be made: " + parent + " refuses");
    }
    if (!Files.isDirectory(root) || !Files.isWritable(root)) {
      return Optional.of("The data directory " + root + " is not a directory that can be written");
    }
    return Optional.empty();
  }

  /** True while a server runs on this directory. */
  boolean isHeld() throws FailureException {
    if (!Files.exists(lock())) {
      return false;
    }
    List<String> attempt = List.of("flock", "--nonblock", lock().toString(), "true");
    return Processes.run(attempt, Map.of()).exitCode() != 0;
  }

  /** The server's process id, when one was written; it may be long gone. */
  OptionalLong serverPid() {
    try {
      String text = Files.readString(lock()).strip();
      return text.matches("\\d{1,10}")
          ? OptionalLong.of(Long.parseLong(text))
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Makes the directories, for their owner alone. */
  void create() throws IOException {
    for (Path directory : List.of(root, logs(), server(), deployments(), secrets())) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /** Says that another hub has this directory. */
  String heldBySomebody() {
    OptionalLong pid = serverPid();
    String holder = pid.isPresent() ? " (process " + pid.getAsLong() + ")" : "";
    return "Another hub holds the data directory " + root + holder;
  }
}
