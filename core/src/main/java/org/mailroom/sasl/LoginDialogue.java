package org.mailroom.sasl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.mailroom.sasl.NoResponseException.Why;

/**
 * Lets a client and its mechanism talk until it has claimed to be somebody, by lines as SMTP, POP3
 * and IMAP have them (RFC 4954, 4; RFC 5034, 4; RFC 9051, 6.2.2).
 *
 * <pre>
 * challenge        = base64
 * response         = base64 / "*"
 * initial-response = base64 / "="
 * </pre>
 *
 * <p>{@code *} gives up; {@code =} is an initial response without an octet.
 */
public final class LoginDialogue {

  private static final String CANCEL = "*";
  private static final String EMPTY = "=";

  /**
   * Says a challenge to the client, and hears its line.
   *
   * @param <E> thrown when there is no such line
   */
  @FunctionalInterface
  public interface Asker<E extends Exception> {
    /** The client's next line, without its end. */
    String ask(String challenge) throws IOException, E;
  }

  private LoginDialogue() {}

  /**
   * Holds the dialogue.
   *
   * @param initialResponse what the client said with the name of the mechanism
   * @return a claim, for {@link Logins#check} to decide about
   * @throws NoResponseException when the client gives up, or what it says is not in base64
   * @throws SaslExchangeException when a response makes no sense
   */
  public static <E extends Exception> ServerStep hold(
      Mechanism mechanism, Optional<String> initialResponse, Logins logins, Asker<E> asker)
      throws IOException, NoResponseException, SaslExchangeException, E {
    ServerExchange exchange = mechanism.serve(logins::verifier);
    ServerStep step =
        initialResponse.isPresent()
            ? exchange.respond(initial(initialResponse.get()))
            : new ServerStep.Challenge(mechanism.invitation());
    while (step instanceof ServerStep.Challenge challenge) {
      byte[] octets = challenge.text().getBytes(StandardCharsets.UTF_8);
      String line = asker.ask(Base64.getEncoder().encodeToString(octets));
      if (line.equals(CANCEL)) {
        throw new NoResponseException(Why.CANCELLED);
      }
      step = exchange.respond(decoded(line));
    }
    return step;
  }

  private static byte[] initial(String text) throws NoResponseException {
    return text.equals(EMPTY) ? new byte[0] : decoded(text);
  }

  private static byte[] decoded(String text) throws NoResponseException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new NoResponseException(Why.NOT_BASE64);
    }
  }
}
