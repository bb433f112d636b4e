package org.mailroom.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;

/** Content in a file of the spool folder, which goes when the content is closed. */
final class SpooledContent implements MessageContent {

  private static final Logger LOG = System.getLogger(SpooledContent.class.getName());
  private static final int BUFFER = 64 * 1024;

  private final Path file;
  private final long size;

  SpooledContent(Path file, long size) {
    this.file = file;
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (InputStream in = open()) {
      byte[] buffer = new byte[(int) Math.min(BUFFER, size)];
      for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
      }
    }
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(file);
  }

  @Override
  public boolean isInMemory() {
    return false;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A spooled content stays until the next start: " + file, e);
    }
  }
}
