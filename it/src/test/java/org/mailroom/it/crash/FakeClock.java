package org.mailroom.it.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.mailroom.it.command.Hub;

/**
 * The wall clock of one hub, moved while it runs by Debian's libfaketime; its monotonic clock goes
 * on as it is, as it does when a real clock is set.
 */
final class FakeClock {

  private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

  private final Path shift;

  private FakeClock(Path shift) {
    this.shift = shift;
  }

  /**
   * Gives a hub that is not started yet a clock that can be moved.
   *
   * @throws AssertionError when the library is missing, with what to install
   */
  static FakeClock of(Hub hub) throws IOException {
    Path shift = hub.data().resolveSibling(hub.data().getFileName() + "-clock");
    Files.createDirectories(shift.getParent());
    FakeClock clock = new FakeClock(shift);
    clock.set("+0");
    // The server's set-up, which is made once, needs no such clock.
    hub.run("prepare").success();
    hub.withVariable("LD_PRELOAD", library().toString())
        .withVariable("FAKETIME_TIMESTAMP_FILE", shift.toString())
        .withVariable("FAKETIME_NO_CACHE", "1")
        .withVariable("FAKETIME_DONT_FAKE_MONOTONIC", "1")
        .withVariable("DONT_FAKE_MONOTONIC", "1")
        // With the fix, which is the default, every timed wait of a JVM returns at once.
        .withVariable("FAKETIME_FORCE_MONOTONIC_FIX", "0")
        .withVariable("NO_FAKE_STAT", "1");
    return clock;
  }

  /**
   * The difference to the real clock from now on, such as {@code +1h}, {@code -1h}, {@code +10d}.
   */
  void set(String difference) throws IOException {
    // Moved into place, so that nobody reads half of it.
    Path next = shift.resolveSibling(shift.getFileName() + ".next");
    Files.writeString(next, difference + "\n");
    Files.move(next, shift, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path library() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
      return folders
          .map(folder -> folder.resolve(LIBRARY))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow(
              () -> new AssertionError("libfaketime is missing: apt-get install faketime"));
    }
  }
}
