package org.mailroom.sasl;

import java.io.IOException;
import java.util.Optional;

/** Lets a client and its mechanism talk until it has claimed to be somebody. */
public final class LoginDialogue {

  /**
   * Says a challenge to the client, and hears its response.
   *
   * @param <E> thrown when the client gives up, or what it says is no response
   */
  @FunctionalInterface
  public interface Asker<E extends Exception> {
    /** The response, decoded. */
    byte[] ask(String challenge) throws IOException, E;
  }

  private LoginDialogue() {}

  /**
   * Holds the dialogue.
   *
   * @param initialResponse what the client said with the name of the mechanism, decoded
   * @return a claim, for {@link Logins#check} to decide about
   * @throws SaslExchangeException when a response makes no sense
   */
  public static <E extends Exception> ServerStep hold(
      Mechanism mechanism, Optional<byte[]> initialResponse, Logins logins, Asker<E> asker)
      throws IOException, SaslExchangeException, E {
    ServerExchange exchange = mechanism.serve(logins::verifier);
    ServerStep step =
        initialResponse.isPresent()
            ? exchange.respond(initialResponse.get())
            : new ServerStep.Challenge(mechanism.invitation());
    while (step instanceof ServerStep.Challenge challenge) {
      step = exchange.respond(asker.ask(challenge.text()));
    }
    return step;
  }
}
