package org.mailroom.pop3;

import java.io.IOException;

/**
 * UTF8 says that the client can read headers in UTF-8 (RFC 6856, 2). It changes nothing: messages
 * are given as they are to every client, and names and passwords are in UTF-8 for all.
 *
 * <pre>
 * utf8 = "UTF8" CRLF
 * </pre>
 */
record Utf8Command() implements Command {

  static Utf8Command parse(String argument) throws Pop3SyntaxException {
    CommandTable.requireNoArgument(argument);
    return new Utf8Command();
  }

  @Override
  public When when() {
    return When.AUTHORIZATION;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    session.answer(Answers.UTF8);
  }
}
