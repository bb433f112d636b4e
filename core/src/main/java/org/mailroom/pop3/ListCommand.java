package org.mailroom.pop3;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * LIST tells the octets of a message, or of all (RFC 1939, 5).
 *
 * <pre>
 * list = "LIST" [ SP number ] CRLF
 * </pre>
 *
 * @param number of the message, from 1
 */
record ListCommand(OptionalInt number) implements Command {

  static ListCommand parse(String argument) throws Pop3SyntaxException {
    return new ListCommand(
        argument.isBlank() ? OptionalInt.empty() : OptionalInt.of(CommandTable.number(argument)));
  }

  @Override
  public When when() {
    return When.TRANSACTION;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    Listing listing = session.listing();
    listing.tell(session, number, message -> Long.toString(listing.maildrop().size(message)));
  }
}
