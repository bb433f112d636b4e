package org.mailroom.smtp.client;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.sasl.Credentials;
import org.mailroom.sasl.Mechanism;
import org.mailroom.sasl.SaslExchange;
import org.mailroom.sasl.SaslExchangeException;
import org.mailroom.smtp.SmtpReply;

/**
 * AUTH (RFC 4954), with the best mechanism that server and hub have in common.
 *
 * <pre>
 * AUTH mechanism [initial-response]
 * 334 challenge, and its response, any number of times
 * </pre>
 */
final class Authentication {

  /** Longer, an initial response has to wait for the first challenge (RFC 4954, 4). */
  private static final int LONGEST_COMMAND = 510;

  private static final int CONTINUE = 334;
  private static final String NO_RESPONSE = "=";
  private static final String CANCEL = "*";

  private final Conversation conversation;
  private final SmtpClientTimeouts timeouts;
  private final Credentials credentials;

  Authentication(Conversation conversation, SmtpClientTimeouts timeouts, Credentials credentials) {
    this.conversation = conversation;
    this.timeouts = timeouts;
    this.credentials = credentials;
  }

  /**
   * Proves who we are; empty when the server believed it.
   *
   * @return why it did not
   */
  Optional<Report> run(Extensions offered) throws ConnectionLostException, ClosingException {
    Optional<Mechanism> mechanism = Mechanism.best(offered.authMechanisms());
    if (mechanism.isEmpty()) {
      return no(
          offered.authMechanisms().isEmpty()
              ? "a user name is set and the server doesn't offer AUTH"
              : "the server offers no mechanism of AUTH that is known here");
    }
    SaslExchange exchange = mechanism.get().begin(credentials);
    SmtpReply reply = begin(mechanism.get(), exchange);
    try {
      while (reply.code() == CONTINUE) {
        reply = ask(encoded(exchange.respond(challenge(reply))));
      }
      if (reply.isPositive()) {
        exchange.succeeded();
        return Optional.empty();
      }
    } catch (SaslExchangeException e) {
      if (reply.code() == CONTINUE) {
        ask(CANCEL);
      }
      return no(e.getMessage());
    } catch (IllegalArgumentException e) {
      ask(CANCEL);
      return no("a challenge that is not base64");
    }
    if (reply.isIntermediate()) {
      throw new ConnectionLostException("answered " + reply.code());
    }
    return Optional.of(new Report.Refused(Stage.AUTH, withoutSecrets(reply)));
  }

  private SmtpReply begin(Mechanism mechanism, SaslExchange exchange)
      throws ConnectionLostException, ClosingException {
    String command = "AUTH " + mechanism.key();
    if (exchange.initialResponse().isEmpty()) {
      return ask(command);
    }
    String response = encoded(exchange.initialResponse().get());
    String whole = command + " " + (response.isEmpty() ? NO_RESPONSE : response);
    if (whole.length() <= LONGEST_COMMAND) {
      return ask(whole);
    }
    SmtpReply goOn = ask(command);
    return goOn.code() == CONTINUE ? ask(response) : goOn;
  }

  private SmtpReply ask(String line) throws ConnectionLostException, ClosingException {
    return conversation.askInPrivate(line, timeouts.auth());
  }

  private static byte[] challenge(SmtpReply reply) {
    return Base64.getDecoder().decode(reply.lines().get(0).strip());
  }

  private static String encoded(byte[] response) {
    return Base64.getEncoder().encodeToString(response);
  }

  private static Optional<Report> no(String why) {
    return Optional.of(new Report.NoAnswer(Stage.AUTH, why));
  }

  /** Replies go to logs and into the queue; one that repeats what we said does not. */
  private SmtpReply withoutSecrets(SmtpReply reply) {
    String text = reply.toText().toLowerCase(Locale.ROOT);
    boolean harmless =
        secrets().stream().noneMatch(secret -> text.contains(secret.toLowerCase(Locale.ROOT)));
    return harmless
        ? reply
        : new SmtpReply(
            reply.code(), reply.enhanced(), List.of("(a reply that repeats the password)"));
  }

  private List<String> secrets() {
    byte[] plain = Mechanism.PLAIN.begin(credentials).initialResponse().orElseThrow();
    byte[] password = credentials.password().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return List.of(credentials.password(), encoded(plain), encoded(password));
  }
}
