package org.mailroom.pop3;

import java.io.IOException;

/**
 * NOOP does nothing (RFC 1939, 5).
 *
 * <pre>
 * noop = "NOOP" CRLF
 * </pre>
 */
record NoopCommand() implements Command {

  static NoopCommand parse(String argument) throws Pop3SyntaxException {
    CommandTable.requireNoArgument(argument);
    return new NoopCommand();
  }

  @Override
  public When when() {
    return When.TRANSACTION;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    session.answer(Answers.DONE);
  }
}
