package org.mailroom.pop3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.mailroom.sasl.LoginDialogue;
import org.mailroom.sasl.Mechanism;
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
 * @param initialResponse decoded
 */
record AuthCommand(boolean asks, Optional<Mechanism> mechanism, Optional<byte[]> initialResponse)
    implements Command {

  static final String MECHANISMS =
      Mechanism.SCRAM_SHA_256.key() + " " + Mechanism.PLAIN.key() + " " + Mechanism.LOGIN.key();

  private static final String CANCEL = "*";

  static AuthCommand parse(String argument) throws Pop3SyntaxException {
    String text = argument.strip();
    int space = text.indexOf(' ');
    if (space < 0) {
      return new AuthCommand(text.isEmpty(), Mechanism.named(text), Optional.empty());
    }
    String initial = text.substring(space + 1).strip();
    byte[] octets = initial.equals("=") ? new byte[0] : base64(initial);
    return new AuthCommand(false, Mechanism.named(text.substring(0, space)), Optional.of(octets));
  }

  private static byte[] base64(String text) throws Pop3SyntaxException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new Pop3SyntaxException(Answers.NOT_BASE64);
    }
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
    } catch (SaslExchangeException e) {
      session.refuse(Answers.BAD_LOGIN);
    }
  }

  private static byte[] ask(Pop3Session session, String text)
      throws IOException, Pop3SyntaxException {
    String challenge = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    session.write(("+ " + challenge + "\r\n").getBytes(US_ASCII));
    String line = session.nextLine();
    if (line.equals(CANCEL)) {
      throw new Pop3SyntaxException(Answers.LOGIN_CANCELLED);
    }
    return base64(line);
  }
}
