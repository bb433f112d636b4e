package org.mailroom.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The octets of a mail: header and body, lines ended by CRLF, no dot-stuffing. May be read any
 * number of times. Small content is in memory, large content in a file: nobody asks which.
 *
 * <p>Whoever holds a content closes it once; that removes its file, if it has one.
 */
public interface MessageContent extends AutoCloseable {

  /** Number of octets. */
  long size();

  /**
   * Writes all octets to {@code out}, and neither flushes nor closes it.
   *
   * @throws IOException when the content can't be read or {@code out} can't be written
   */
  void writeTo(OutputStream out) throws IOException;

  /**
   * The octets from the first, as a stream that the caller closes.
   *
   * @throws IOException when the content can't be read
   */
  InputStream open() throws IOException;

  /** True when the octets are in memory. */
  boolean isInMemory();

  /** Gives up the content; idempotent. */
  @Override
  void close();
}
