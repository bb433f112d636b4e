package org.mailroom.it.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.mailroom.it.command.Program;
import org.mailroom.it.command.Result;

/** A small disk of a test's own, in memory. */
final class Tmpfs implements AutoCloseable {

  private static final int MIB = 1 << 20;

  private final Path folder;
  private final Path filler;

  private Tmpfs(Path folder) {
    this.folder = folder;
    this.filler = folder.resolve("filler");
  }

  /**
   * Mounts one, for the user who runs the tests.
   *
   * @throws AssertionError when this user may not mount anything, with the reason
   */
  static Tmpfs mount(String name, int mebibytes) throws IOException {
    Path folder = Path.of("target/disks", name).toAbsolutePath();
    Files.createDirectories(folder);
    Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    String options = "size=%dm,mode=0700,uid=%s".formatted(mebibytes, user);
    Result result =
        Program.asRoot("mount", "mount")
            .with("-t", "tmpfs", "-o", options, "tmpfs", folder.toString())
            .run();
    if (result.exitCode() != 0) {
      throw new AssertionError(
          "A small disk can be mounted by root only, or by sudo without a password: "
              + result.error());
    }
    return new Tmpfs(folder);
  }

  Path folder() {
    return folder;
  }

  /** How full it is, 0 to 1. */
  double used() throws IOException {
    var store = Files.getFileStore(folder);
    return 1.0 - (double) store.getUsableSpace() / store.getTotalSpace();
  }

  /** Fills it to {@code share} at least, 0 to 1, with a file. */
  void fillTo(double share) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] octets = new byte[MIB];
      while (used() < share) {
        out.write(octets);
      }
    }
  }

  /** Fills it to the last octet. */
  void fillUp() throws IOException {
    try (OutputStream out =
        Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int size = MIB; size > 0; size /= 2) {
        fill(out, new byte[size]);
      }
    }
  }

  private static void fill(OutputStream out, byte[] octets) {
    try {
      while (true) {
        out.write(octets);
      }
    } catch (IOException e) {
      // Not one piece of this size more.
    }
  }

  /** Gives back what {@link #fillTo} and {@link #fillUp} took. */
  void free() throws IOException {
    Files.deleteIfExists(filler);
  }

  @Override
  public void close() throws IOException {
    Program.asRoot("umount", "mount").with("-l", folder.toString()).run().success();
  }
}
