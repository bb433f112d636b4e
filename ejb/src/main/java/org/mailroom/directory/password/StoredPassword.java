package org.mailroom.directory.password;

import java.util.Objects;
import org.mailroom.sasl.ScramVerifier;

/**
 * What the hub keeps of a password. The text form shows nothing of it.
 *
 * @param bcrypt in the form of crypt(3): {@code $2a$10$…}
 * @param scram the verifier of SCRAM-SHA-256 in the form of RFC 5803
 */
public record StoredPassword(String bcrypt, String scram) {

  private static final String BCRYPT = "\\$2a\\$(0[4-9]|1[0-9])\\$[./A-Za-z0-9]{53}";

  /** Refuses other forms. */
  public StoredPassword {
    Objects.requireNonNull(bcrypt, "a stored password has a hash");
    Objects.requireNonNull(scram, "a stored password has a verifier");
    if (!bcrypt.matches(BCRYPT)) {
      throw new IllegalArgumentException("Not a bcrypt hash of a cost of 4 to 19");
    }
    ScramVerifier.parse(scram);
  }

  /** For a server of SCRAM-SHA-256. */
  public ScramVerifier verifier() {
    return ScramVerifier.parse(scram);
  }

  @Override
  public String toString() {
    return "********";
  }
}
