package org.mailroom.pop3;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;

/**
 * The messages of a user as they were when the session began (RFC 1939, 8), numbered from 0. For
 * one thread.
 */
public interface Maildrop extends AutoCloseable {

  /** How many there are. */
  int count();

  /** Octets of a message, line ends as CRLF. */
  long size(int message);

  /** Names a message for ever: 1 to 70 characters from 0x21 to 0x7E (RFC 1939, 7). */
  String uniqueId(int message);

  /**
   * A message from its first octet; reading it fails when it can't be read to its end.
   *
   * @throws IOException when it can't be read now, or somebody else has deleted it
   */
  InputStream open(int message) throws IOException;

  /**
   * Deletes messages, all of them or none; those that are gone already don't matter.
   *
   * @throws IOException when they can't be deleted now
   */
  void delete(BitSet messages) throws IOException;

  /** Gives the maildrop back. */
  @Override
  void close();
}
