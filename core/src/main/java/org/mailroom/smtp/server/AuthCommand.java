package org.mailroom.smtp.server;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.sasl.LoginAnswer;
import org.mailroom.sasl.LoginDialogue;
import org.mailroom.sasl.Logins;
import org.mailroom.sasl.Mechanism;
import org.mailroom.sasl.NoResponseException;
import org.mailroom.sasl.SaslExchangeException;
import org.mailroom.sasl.ServerStep;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.SmtpSyntaxException;

/**
 * AUTH logs a user in (RFC 4954, 4).
 *
 * <pre>
 * auth             = "AUTH" SP sasl-mech [ SP initial-response ] *( CRLF [ base64 ] ) CRLF
 * initial-response = base64 / "="
 * </pre>
 *
 * <p>The client may give up with a line of {@code *}. Whether there is such a user, nobody learns:
 * neither by words nor by time.
 *
 * @param mechanism empty for one that is not known here
 * @param initialResponse in base64, or {@code =}
 */
record AuthCommand(Optional<Mechanism> mechanism, Optional<String> initialResponse)
    implements Command {

  static AuthCommand parse(String argument) throws SmtpSyntaxException {
    if (argument.isEmpty()) {
      throw new SmtpSyntaxException(Replies.NO_MECHANISM);
    }
    int space = argument.indexOf(' ');
    if (space < 0) {
      return new AuthCommand(Mechanism.named(argument), Optional.empty());
    }
    return new AuthCommand(
        Mechanism.named(argument.substring(0, space)),
        Optional.of(argument.substring(space + 1).strip()));
  }

  @Override
  public Optional<SmtpReply> check(SmtpServerSession session) {
    if (session.policy().logins().isEmpty()) {
      return Optional.of(Replies.NOT_IMPLEMENTED);
    }
    if (session.clientName().filter(ClientName::extended).isEmpty()) {
      return Optional.of(Replies.HELLO_FIRST);
    }
    if (session.wire().tls().isEmpty()) {
      return Optional.of(Replies.LOGIN_NEEDS_TLS);
    }
    if (session.peer().user().isPresent()) {
      return Optional.of(Replies.LOGGED_IN);
    }
    if (session.transaction().isPresent()) {
      return Optional.of(Replies.NESTED_LOGIN);
    }
    return mechanism.isEmpty() ? Optional.of(Replies.UNKNOWN_MECHANISM) : Optional.empty();
  }

  @Override
  public void proceed(SmtpServerSession session) throws IOException {
    Logins logins = session.policy().logins().orElseThrow();
    try {
      ServerStep claim =
          LoginDialogue.hold(
              mechanism.orElseThrow(), initialResponse, logins, text -> ask(session, text));
      session.wire().unlimited();
      answer(session, logins.check(session.client(), claim));
    } catch (SmtpSyntaxException e) {
      session.refuse(e.reply());
    } catch (NoResponseException e) {
      session.refuse(
          switch (e.why()) {
            case CANCELLED -> Replies.LOGIN_CANCELLED;
            case NOT_BASE64 -> Replies.NOT_BASE64;
          });
    } catch (SaslExchangeException e) {
      session.refuse(Replies.BAD_LOGIN);
    }
  }

  private static String ask(SmtpServerSession session, String challenge)
      throws IOException, SmtpSyntaxException {
    session.reply(SmtpReply.of(334, challenge));
    return session.nextLine();
  }

  private static void answer(SmtpServerSession session, LoginAnswer answer) throws IOException {
    switch (answer) {
      case LoginAnswer.Granted granted -> session.loggedIn(granted.user());
      case LoginAnswer.Denied denied -> session.loginDenied(denied.delay());
      case LoginAnswer.Locked locked -> session.reply(Replies.LOGIN_LOCKED);
    }
  }
}
