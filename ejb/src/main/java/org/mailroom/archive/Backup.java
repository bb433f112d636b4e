package org.mailroom.archive;

import java.io.IOException;
import java.io.OutputStream;

/** A backup that is in the audit, and is to be written, once. */
public interface Backup {

  /**
   * Writes it, and neither flushes nor closes {@code out}. What is written when this throws is no
   * complete zip file.
   *
   * @throws IOException when it can't be read or written
   */
  void writeTo(OutputStream out) throws IOException;
}
