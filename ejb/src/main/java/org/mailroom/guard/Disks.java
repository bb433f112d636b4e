package org.mailroom.guard;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The disks that mail is written to: often one, but {@code queue/} may have its own. */
public final class Disks {

  private static final Logger LOG = System.getLogger(Disks.class.getName());

  /** One whose folder is not made yet is on the disk of the folder above it. */
  private final List<Path> folders;

  /** Those of a data directory. */
  public Disks(Path data) {
    this.folders = List.of(data, data.resolve("queue"), data.resolve("spool"));
  }

  /** How full the disk of each folder is, now; one that can't be asked is left out. */
  public Map<Path, DiskUse> uses() {
    Map<Path, DiskUse> uses = new LinkedHashMap<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        use(folder).ifPresent(use -> uses.put(folder, use));
      }
    }
    return uses;
  }

  private static Optional<DiskUse> use(Path folder) {
    try {
      return Optional.of(DiskUse.of(Files.getFileStore(folder)));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The disk of " + folder + " can't be asked", e);
      return Optional.empty();
    }
  }
}
