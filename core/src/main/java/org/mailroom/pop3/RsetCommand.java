package org.mailroom.pop3;

import java.io.IOException;

/**
 * RSET takes all marks back (RFC 1939, 5).
 *
 * <pre>
 * rset = "RSET" CRLF
 * </pre>
 */
record RsetCommand() implements Command {

  static RsetCommand parse(String argument) throws Pop3SyntaxException {
    CommandTable.requireNoArgument(argument);
    return new RsetCommand();
  }

  @Override
  public When when() {
    return When.TRANSACTION;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    session.listing().keepAll();
    session.answer(Answers.DONE);
  }
}
