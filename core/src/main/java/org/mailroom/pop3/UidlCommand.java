package org.mailroom.pop3;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * UIDL tells the unique id of a message, or of all (RFC 1939, 7).
 *
 * <pre>
 * uidl = "UIDL" [ SP number ] CRLF
 * </pre>
 *
 * @param number of the message, from 1
 */
record UidlCommand(OptionalInt number) implements Command {

  static UidlCommand parse(String argument) throws Pop3SyntaxException {
    return new UidlCommand(ListCommand.parse(argument).number());
  }

  @Override
  public When when() {
    return When.TRANSACTION;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    Listing listing = session.listing();
    listing.tell(session, number, listing.maildrop()::uniqueId);
  }
}
