package org.mailroom.sasl;

import java.net.InetAddress;
import java.time.Duration;
import org.mailroom.mail.Address;

/** Lets in {@code ann@hub.test} with the password {@code secret}. */
public final class KnownLogins implements Logins {

  private static final String ANN = "ann@hub.test";
  private static final byte[] SALT = {1, 2, 3, 4};

  private final Duration delay;
  private boolean locked;

  /** Others wait so long for an answer. */
  public KnownLogins(Duration delay) {
    this.delay = delay;
  }

  /** From now on lets nobody in. */
  public void lock() {
    locked = true;
  }

  @Override
  public LoginAnswer check(InetAddress client, ServerStep.PasswordClaim claim) {
    return answer(claim.user(), claim.password().equals("secret"));
  }

  @Override
  public LoginAnswer check(InetAddress client, ServerStep.ProofClaim claim) {
    return answer(claim.user(), claim.proved());
  }

  private LoginAnswer answer(String user, boolean right) {
    if (locked) {
      return new LoginAnswer.Locked();
    }
    return right && user.equals(ANN)
        ? new LoginAnswer.Granted(Address.parse(ANN))
        : new LoginAnswer.Denied(delay);
  }

  @Override
  public ScramVerifier verifier(String user) {
    return ScramVerifier.of(user.equals(ANN) ? "secret" : "\u0001", SALT, 4096);
  }
}
