package org.mailroom.pop3;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mailroom.sasl.LoginDialogue;
import org.mailroom.sasl.Mechanism;
import org.mailroom.sasl.NoResponseException;
import org.mailroom.sasl.SaslExchangeException;

/**
 * AUTH logs a user in (RFC 5034, 4). Without an argument it tells the mechanisms, as old clients
 * expect.
 *
 * <pre>
 * auth             = "AUTH" [ SP sasl-mech [ SP initial-response ] *( CRLF [ base64 ] ) ] CRLF
 * initial-response = base64 / "="
 * </pre>
 *
 * @param mechanism empty for one that is not known here, or none
 * @param initialResponse in base64, or {@code =}
 */
record AuthCommand(boolean asks, Optional<Mechanism> mechanism, Optional<String> initialResponse)
    implements Command {

  static final String MECHANISMS =
      Mechanism.SCRAM_SHA_256.key() + " " + Mechanism.PLAIN.key() + " " + Mechanism.LOGIN.key();

  static AuthCommand parse(String argument) throws Pop3SyntaxException {
    String text = argument.strip();
    int space = text.indexOf(' ');
    if (space < 0) {
      return new AuthCommand(text.isEmpty(), Mechanism.named(text), Optional.empty());
    }
    return new AuthCommand(
        false,
        Mechanism.named(text.substring(0, space)),
        Optional.of(text.substring(space + 1).strip()));
  }

  @Override
  public When when() {
    return When.AUTHORIZATION;
  }

  @Override
  public void proceed(Pop3Session session) throws IOException {
    if (!session.mayLogIn()) {
      session.refuse(Answers.LOGIN_NEEDS_TLS);
    } else if (asks) {
      session.answer(Answers.LIST_FOLLOWS);
      session.writeLines(List.of(MECHANISMS.split(" ")));
    } else if (mechanism.isEmpty()) {
      session.refuse(Answers.UNKNOWN_MECHANISM);
    } else {
      logIn(session, mechanism.get());
    }
  }

  private void logIn(Pop3Session session, Mechanism chosen) throws IOException {
    try {
      session.logIn(
          LoginDialogue.hold(
              chosen, initialResponse, session.logins(), text -> ask(session, text)));
    } catch (Pop3SyntaxException e) {
      session.refuse(e.answer());
    } catch (NoResponseException e) {
      session.refuse(
          switch (e.why()) {
            case CANCELLED -> Answers.LOGIN_CANCELLED;
            case NOT_BASE64 -> Answers.NOT_BASE64;
          });
    } catch (SaslExchangeException e) {
      session.refuse(Answers.BAD_LOGIN);
    }
  }

  private static String ask(Pop3Session session, String challenge)
      throws IOException, Pop3SyntaxException {
    session.write(("+ " + challenge + "\r\n").getBytes(US_ASCII));
    return session.nextLine();
  }
}
