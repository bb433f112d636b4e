package org.mailroom.imap.fetch;

import java.io.IOException;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.grammar.ResponseWriter;

/** One thing that a client wants to know of messages. */
sealed interface FetchItem permits MessageAttribute, BodySection, BinarySection, BinarySize {

  /** How much of a message has to be there for it. */
  Wanted wanted();

  /** True when a message has been seen once it was told. */
  default boolean setsSeen() {
    return false;
  }

  /** Refuses what can't be written of this message. */
  default void check(FetchedMessage message) throws FetchException {}

  /** Writes its name and what the message has for it. */
  void write(FetchedMessage message, ResponseWriter out) throws IOException;
}
