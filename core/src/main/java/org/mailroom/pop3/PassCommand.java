package org.mailroom.pop3;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.sasl.ServerStep;

/**
 * PASS logs the user in whom USER has named (RFC 1939, 7).
 *
 * <pre>
 * pass = "PASS" SP password CRLF
 * </pre>
 *
 * @param password may have spaces, also at its ends
 */
record PassCommand(String password) implements Command {

  static PassCommand parse(String argument) throws Pop3SyntaxException {
    if (argument.isEmpty()) {
      throw new Pop3SyntaxException(Answers.BAD_ARGUMENT);
    }
    return new PassCommand(argument);
  }

  @Override
  public When when() {
    return When.AUTHORIZATION;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    Optional<String> user = session.takeName();
    if (user.isEmpty()) {
      session.refuse(Answers.USER_FIRST);
    } else {
      session.logIn(new ServerStep.PasswordClaim(user.get(), password));
    }
  }

  @Override
  public String toString() {
    return "PASS ********";
  }
}
