package org.mailroom.imap;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mime.MimeStructure;

/** A message of a mailbox, as far as it was asked for. */
public interface MessageData {

  /** How much of a message there is to see; each has what those before it have. */
  enum Detail {
    /** UID, modification sequence, flags. */
    STATE,
    /** Internal date and size. */
    SUMMARY,
    /** Structure and octets. */
    CONTENT
  }

  /** Its UID. */
  long uid();

  /** Of its last change. */
  long modseq();

  /** Its flags. */
  MessageFlags flags();

  /** When it came. */
  Instant internalDate();

  /** Octets. */
  long size();

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
