package org.mailroom.guard;

import java.io.IOException;
import java.nio.file.FileStore;
import java.util.Locale;

/**
 * How full a disk is.
 *
 * @param total octets of the disk
 * @param usable octets that this process may still write: what is reserved or under a quota is not
 */
public record DiskUse(long total, long usable) {

  private static final double GIB = 1L << 30;

  /** How full the disk of {@code store} is. */
  static DiskUse of(FileStore store) throws IOException {
    return new DiskUse(store.getTotalSpace(), store.getUsableSpace());
  }

  /** 0 to 1, computed as the broker does for its own guard. */
  public double used() {
    return total == 0 ? 0 : 1.0 - (double) usable / total;
  }

  /** Such as {@code 91 %, 1.8 GiB free}. */
  public String inWords() {
    return String.format(Locale.ROOT, "%.0f %%, %.1f GiB free", used() * 100, usable / GIB);
  }
}
