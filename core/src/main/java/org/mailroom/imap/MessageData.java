package org.mailroom.imap;

import java.time.Instant;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.text.MessageOctets;

/** A message of a mailbox, as far as it was asked for. */
public interface MessageData extends MessageOctets {

  /** How much of a message there is to see; each has what those before it have. */
  enum Detail {
    /** UID, modification sequence, flags. */
    STATE,
    /** Internal date and size. */
    SUMMARY,
    /** Envelope and body structure. */
    STRUCTURE,
    /** Octets, of most messages. Those of others can be asked for as well, at their price. */
    OCTETS
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
}
