package org.mailroom.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Collects content: in memory until the spool's limit, in a file beyond it. For one thread.
 *
 * <p>{@link #close} discards what was not taken by {@link #finish}, so that an interrupted
 * reception leaves nothing behind.
 */
public final class ContentBuilder extends OutputStream {

  private static final Logger LOG = System.getLogger(ContentBuilder.class.getName());
  private static final int FIRST_BUFFER = 8 * 1024;

  private final Spool spool;
  private final int memoryLimit;
  private byte[] buffer;
  private int buffered;
  private long size;
  private Path file;
  private OutputStream spooled;
  private boolean finished;

  ContentBuilder(Spool spool, int memoryLimit) {
    this.spool = spool;
    this.memoryLimit = memoryLimit;
    this.buffer = new byte[Math.min(FIRST_BUFFER, Math.max(memoryLimit, 1))];
  }

  /** Octets so far. */
  public long size() {
    return size;
  }

  @Override
  public void write(int octet) throws IOException {
    if (spooled == null && buffered < buffer.length) {
      buffer[buffered++] = (byte) octet;
      size++;
    } else {
      write(new byte[] {(byte) octet}, 0, 1);
    }
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    if (spooled == null && size + length > memoryLimit) {
      startFile();
    }
    if (spooled == null) {
      ensureRoom(length);
      System.arraycopy(octets, offset, buffer, buffered, length);
      buffered += length;
    } else {
      spooled.write(octets, offset, length);
    }
    size += length;
  }

  /**
   * The content collected; nothing can be added after it.
   *
   * @throws IOException when the file can't be completed
   */
  public MessageContent finish() throws IOException {
    if (spooled != null) {
      spooled.close();
    }
    finished = true;
    return file == null ? new InMemoryContent(buffer, buffered) : new SpooledContent(file, size);
  }

  /** Discards the content unless it was finished; idempotent. */
  @Override
  public void close() {
    if (finished || file == null) {
      return;
    }
    finished = true;
    try {
      closeAndDelete();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A spooled content stays until the next start: " + file, e);
    }
  }

  /** A full disk may not let the file be closed; it goes all the same. */
  private void closeAndDelete() throws IOException {
    try {
      if (spooled != null) {
        spooled.close();
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void startFile() throws IOException {
    file = spool.newFile();
    spooled = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    spooled.write(buffer, 0, buffered);
    buffer = null;
  }

  private void ensureRoom(int length) {
    if (buffer.length - buffered < length) {
      int wanted = Math.max(buffer.length * 2, buffered + length);
      buffer = Arrays.copyOf(buffer, Math.min(wanted, memoryLimit));
    }
  }
}
