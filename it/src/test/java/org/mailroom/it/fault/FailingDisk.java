package org.mailroom.it.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mailroom.it.command.Program;

/**
 * A library for {@code LD_PRELOAD} with which writes to the journal fail with EIO for as long as
 * the file named by {@code FAILING_DISK} is there: the syncs of the NIO journal, and the writes of
 * the AIO one, whose end is their sync.
 */
final class FailingDisk {

  private static final String SOURCE =
      """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <errno.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <unistd.h>

      static int failing(void) {
        const char *trigger = getenv("FAILING_DISK");
        return trigger && access(trigger, F_OK) == 0;
      }

      static int of_the_queue(int fd) {
        char link[64], path[4096];
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        ssize_t length = readlink(link, path, sizeof path - 1);
        if (length < 0) return 0;
        path[length] = 0;
        return strstr(path, "/queue/") != NULL;
      }

      static int sync_with(const char *name, int fd) {
        if (failing() && of_the_queue(fd)) {
          errno = EIO;
          return -1;
        }
        int (*real)(int) = (int (*)(int)) dlsym(RTLD_NEXT, name);
        return real(fd);
      }

      int fsync(int fd) { return sync_with("fsync", fd); }

      int fdatasync(int fd) { return sync_with("fdatasync", fd); }

      int io_submit(void *context, long count, void **blocks) {
        if (failing()) return -EIO;
        void *library = dlopen("libaio.so.1", RTLD_NOW);
        int (*real)(void *, long, void **) =
            (int (*)(void *, long, void **)) dlsym(library, "io_submit");
        return real(context, count, blocks);
      }
      """;

  private FailingDisk() {}

  /** The library, compiled. */
  static Path library() throws IOException {
    Path source = Path.of("target/failing-disk.c").toAbsolutePath();
    Path library = Path.of("target/failing-disk.so").toAbsolutePath();
    Files.writeString(source, SOURCE);
    Program.ofDebian("gcc", "gcc")
        .with("-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString(), "-ldl")
        .run()
        .success();
    return library;
  }
}
