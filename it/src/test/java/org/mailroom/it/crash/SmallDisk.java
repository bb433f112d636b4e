package org.mailroom.it.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mailroom.it.command.Result;

/** A disk of a few MiB in memory, for a data directory that is to run full. */
final class SmallDisk implements AutoCloseable {

  private final Path folder;

  /**
   * Mounts one.
   *
   * @throws AssertionError when this machine doesn't let us, with the reason
   */
  SmallDisk(String name, int mebibytes) throws IOException {
    folder = Path.of("target/disks", name).toAbsolutePath();
    Files.createDirectories(folder);
    String options = "size=%dm,mode=0700,uid=%s".formatted(mebibytes, uid());
    Result mounted =
        Machine.asRoot("mount", "mount")
            .with("-t", "tmpfs", "-o", options, "tmpfs", folder.toString())
            .run();
    if (mounted.exitCode() != 0) {
      throw new AssertionError(
          "No small disk can be mounted here, which needs root or sudo without a password: "
              + mounted.error().strip());
    }
  }

  /** Where it is mounted. */
  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    Machine.asRoot("umount", "mount").with("-l", folder.toString()).run().success();
  }

  private static String uid() throws IOException {
    return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }
}
