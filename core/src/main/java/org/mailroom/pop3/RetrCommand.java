package org.mailroom.pop3;

import java.io.IOException;

/**
 * RETR gives a message (RFC 1939, 5).
 *
 * <pre>
 * retr = "RETR" SP number CRLF
 * </pre>
 *
 * @param number of the message, from 1
 */
record RetrCommand(int number) implements Command {

  static RetrCommand parse(String argument) throws Pop3SyntaxException {
    return new RetrCommand(CommandTable.number(argument));
  }

  @Override
  public When when() {
    return When.TRANSACTION;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    new Retrieval(session, Excerpt.whole()).answer(number);
  }
}
