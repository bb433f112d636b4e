package org.mailroom.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** The EAR in the server's deployments folder. */
final class Application {

  static final String NAME = "mailroom.ear";

  private Application() {}

  /**
   * Copies the application when it is another one, and removes what the deployment scanner left
   * there, as a server that was killed leaves markers that stop a deployment.
   */
  static void put(Path application, Path deployments) throws IOException {
    List<Path> files;
    try (Stream<Path> listing = Files.list(deployments)) {
      files = listing.filter(file -> file.getFileName().toString().startsWith(NAME + ".")).toList();
    }
    for (Path marker : files) {
      Files.delete(marker);
    }
    Path deployed = deployments.resolve(NAME);
    if (!isSame(application, deployed)) {
      Path part = deployments.resolveSibling(NAME + ".part");
      Files.copy(application, part, StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(part, Files.getLastModifiedTime(application));
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
      Files.move(part, deployed, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(other)
        && Files.size(one) == Files.size(other)
        && Files.getLastModifiedTime(one).equals(Files.getLastModifiedTime(other));
  }
}
