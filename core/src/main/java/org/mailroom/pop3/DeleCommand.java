package org.mailroom.pop3;

import java.io.IOException;

/**
 * DELE marks a message, which QUIT deletes (RFC 1939, 5).
 *
 * <pre>
 * dele = "DELE" SP number CRLF
 * </pre>
 *
 * @param number of the message, from 1
 */
record DeleCommand(int number) implements Command {

  static DeleCommand parse(String argument) throws Pop3SyntaxException {
    return new DeleCommand(CommandTable.number(argument));
  }

  @Override
  public When when() {
    return When.TRANSACTION;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    if (session.listing().has(number)) {
      session.listing().mark(number);
      session.answer(Answers.DELETED);
    } else {
      session.answer(Answers.NO_MESSAGE);
    }
  }
}
