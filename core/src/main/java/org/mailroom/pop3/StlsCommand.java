package org.mailroom.pop3;

import java.io.IOException;

/**
 * STLS begins TLS (RFC 2595, 4). What was said before is forgotten: anybody on the way may have
 * said it.
 *
 * <pre>
 * stls = "STLS" CRLF
 * </pre>
 *
 * <p>What the client sends before it has seen the answer would be a command from under the
 * protection, and was not: the session ends.
 */
record StlsCommand() implements Command {

  static StlsCommand parse(String argument) throws Pop3SyntaxException {
    CommandTable.requireNoArgument(argument);
    return new StlsCommand();
  }

  @Override
  public When when() {
    return When.AUTHORIZATION;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    if (session.wire().tls().isPresent()) {
      session.refuse(Answers.TLS_BEGUN);
    } else if (!session.wire().offersTls()) {
      session.refuse(Answers.NO_TLS);
    } else if (session.wire().input().hasMore()) {
      session.answer(Answers.TOO_EARLY);
      session.end();
    } else {
      session.answer(Answers.START_TLS);
      session.startTls();
    }
  }
}
