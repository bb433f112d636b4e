package org.mailroom.imap;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.mailbox.MessageFlags;

/**
 * A message that a client appends.
 *
 * @param internalDate empty for now
 */
public record NewMessage(MessageFlags flags, Optional<Instant> internalDate, Content content) {

  /** Octets that the hub has taken. */
  public interface Content extends AutoCloseable {

    /** How many. */
    long size();

    /** Gives them up. */
    @Override
    void close();
  }
}
