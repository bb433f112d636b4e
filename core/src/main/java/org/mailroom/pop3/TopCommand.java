package org.mailroom.pop3;

import java.io.IOException;

/**
 * TOP gives the header of a message and some lines of its body (RFC 1939, 7).
 *
 * <pre>
 * top = "TOP" SP number SP number CRLF
 * </pre>
 *
 * @param number of the message, from 1
 * @param lines of the body
 */
record TopCommand(int number, int lines) implements Command {

  static TopCommand parse(String argument) throws Pop3SyntaxException {
    String[] parts = argument.strip().split(" +", -1);
    if (parts.length != 2) {
      throw new Pop3SyntaxException(Answers.BAD_ARGUMENT);
    }
    return new TopCommand(CommandTable.number(parts[0]), CommandTable.number(parts[1]));
  }

  @Override
  public When when() {
    return When.TRANSACTION;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    new Retrieval(session, Excerpt.top(lines)).answer(number);
  }
}
