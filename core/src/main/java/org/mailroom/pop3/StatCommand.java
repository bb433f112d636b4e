package org.mailroom.pop3;

import java.io.IOException;

/**
 * STAT tells how many messages there are, and their octets (RFC 1939, 5).
 *
 * <pre>
 * stat = "STAT" CRLF
 * </pre>
 */
record StatCommand() implements Command {

  static StatCommand parse(String argument) throws Pop3SyntaxException {
    CommandTable.requireNoArgument(argument);
    return new StatCommand();
  }

  @Override
  public When when() {
    return When.TRANSACTION;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    Listing listing = session.listing();
    session.answer(Answer.ok(listing.left() + " " + listing.octets()));
  }
}
