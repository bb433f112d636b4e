package org.mailroom.imap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mime.MimeField;
import org.mailroom.text.MessageOctets;

/** A message of a mailbox, as far as it was asked for. */
public interface MessageData extends MessageOctets {

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

  /** The values of the fields of this name, in lower case, that its structure has of its header. */
  default List<String> fields(String name) {
    return structure().message().fields().stream()
        .filter(field -> field.name().equals(name))
        .map(MimeField::value)
        .toList();
  }

  /**
   * The fields of these names, in lower case, as they stand in its header, and an empty line; empty
   * when only its octets tell.
   */
  default Optional<byte[]> header(Set<String> names) {
    return Optional.empty();
  }

  /** What FETCH says as its ENVELOPE, in ASCII; empty when it isn't kept. */
  default Optional<byte[]> envelope() {
    return Optional.empty();
  }

  /** What FETCH says as its BODYSTRUCTURE, in ASCII; empty when it isn't kept. */
  default Optional<byte[]> bodyStructure() {
    return Optional.empty();
  }

  /** The day that its Date field names; empty when that has to be read. */
  default Optional<LocalDate> sentOn() {
    return Optional.empty();
  }
}
