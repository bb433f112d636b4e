package org.mailroom.text;

import java.io.IOException;
import java.io.InputStream;
import org.mailroom.mime.MimeStructure;

/** A message that can be read. */
public interface MessageOctets {

  /** Envelope and body structure; offsets count from the first octet of the message. */
  MimeStructure structure();

  /**
   * Its octets from an offset on, read as they are asked for; it ends where the message does, or
   * with an exception.
   *
   * @param offset 0 to the size
   * @throws IOException when it can't be read now, or was deleted
   */
  InputStream open(long offset) throws IOException;
}
