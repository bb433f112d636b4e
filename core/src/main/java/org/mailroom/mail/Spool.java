package org.mailroom.mail;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The folder for content too large for memory, while it passes through. Nothing in it has been
 * acknowledged to anybody, so a start empties it.
 */
public final class Spool {

  private static final String SUFFIX = ".content";

  private final Path folder;
  private final int memoryLimit;
  private final AtomicLong count = new AtomicLong();

  /**
   * A spool in {@code folder}, which must exist.
   *
   * @param memoryLimit content up to this many octets stays in memory
   */
  public Spool(Path folder, int memoryLimit) {
    this.folder = folder;
    this.memoryLimit = memoryLimit;
  }

  /** Content up to this many octets stays in memory. */
  public int memoryLimit() {
    return memoryLimit;
  }

  /** Starts a content; the caller finishes or discards it. */
  public ContentBuilder newContent() {
    return new ContentBuilder(this, memoryLimit);
  }

  /**
   * Removes what a killed process left.
   *
   * @throws IOException when the folder can't be read or a file can't be removed
   */
  public void clear() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : left) {
        Files.delete(file);
      }
    }
  }

  Path newFile() {
    return folder.resolve(Long.toString(count.incrementAndGet(), Character.MAX_RADIX) + SUFFIX);
  }
}
