package org.mailroom.pop3;

import java.io.IOException;

/**
 * USER names who wants to log in (RFC 1939, 7). Whether there is such a user, nobody learns.
 *
 * <pre>
 * user = "USER" SP name CRLF
 * </pre>
 */
record UserCommand(String name) implements Command {

  static UserCommand parse(String argument) throws Pop3SyntaxException {
    if (argument.isBlank()) {
      throw new Pop3SyntaxException(Answers.BAD_ARGUMENT);
    }
    return new UserCommand(argument.strip());
  }

  @Override
  public When when() {
    return When.AUTHORIZATION;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    if (session.mayLogIn()) {
      session.name(name);
      session.answer(Answers.PASSWORD_NEXT);
    } else {
      session.refuse(Answers.LOGIN_NEEDS_TLS);
    }
  }
}
