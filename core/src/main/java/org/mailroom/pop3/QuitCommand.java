package org.mailroom.pop3;

import java.io.IOException;

/**
 * QUIT ends the session, and deletes what was marked (RFC 1939, 6).
 *
 * <pre>
 * quit = "QUIT" CRLF
 * </pre>
 */
record QuitCommand() implements Command {

  static QuitCommand parse(String argument) throws Pop3SyntaxException {
    CommandTable.requireNoArgument(argument);
    return new QuitCommand();
  }

  @Override
  public When when() {
    return When.ALWAYS;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    session.answer(session.update() ? Answers.BYE : Answers.NOT_DELETED);
    session.end();
  }
}
