package org.mailroom.command;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that has its name when it is complete and on the disk, and is gone if it never was. */
final class PartialFile implements AutoCloseable {

  private final Path file;
  private final Path partial;
  private final FileOutputStream out;

  PartialFile(Path file) throws IOException {
    this.file = file.toAbsolutePath();
    this.partial =
        Files.createTempFile(this.file.getParent(), "." + this.file.getFileName(), ".part");
    this.out = new FileOutputStream(partial.toFile());
  }

  OutputStream out() {
    return out;
  }

  void complete() throws IOException {
    out.getFD().sync();
    out.close();
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(partial);
  }
}
