package org.mailroom.directory.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.mailroom.sasl.PreparedText;
import org.mailroom.sasl.ScramVerifier;
import org.mailroom.settings.Secret;
import org.mailroom.settings.SettingForms;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/**
 * Makes stored passwords, and holds candidates against them. Both are slow on purpose, some ten
 * milliseconds: whoever is asked often remembers the answer for a while. Safe for any number of
 * threads.
 */
@Singleton
public class PasswordHashing {

  private static final int COST = 10;

  /** Of SCRAM-SHA-256; what is made up for nobody has as many. */
  public static final int ITERATIONS = 15_000;

  private static final int SALT_OCTETS = BCryptPassword.BCRYPT_SALT_SIZE;

  /** bcrypt would ignore what follows, and NULs at the end as well. */
  private static final int MOST_OCTETS = 72;

  private final SecureRandom random = new SecureRandom();
  private final WildFlyElytronPasswordProvider provider =
      WildFlyElytronPasswordProvider.getInstance();
  private final StoredPassword nobodys;

  /** Ready to work. */
  @Inject
  public PasswordHashing() {
    byte[] secret = new byte[SALT_OCTETS];
    random.nextBytes(secret);
    nobodys = store(Base64.getEncoder().encodeToString(secret));
  }

  /**
   * What to keep of a password.
   *
   * @throws IllegalArgumentException when it is too short or too long, in words for people
   */
  public StoredPassword hash(Secret password) {
    String prepared = PreparedText.of(password.value());
    SettingForms.password(prepared);
    return store(prepared);
  }

  /**
   * Whether a candidate is the password.
   *
   * @param stored empty when there is nobody to compare with: that takes as long, and the answer is
   *     no
   */
  public boolean verify(Optional<StoredPassword> stored, String candidate) {
    String prepared = PreparedText.of(candidate);
    boolean possible =
        prepared.getBytes(UTF_8).length <= MOST_OCTETS
            && prepared.chars().noneMatch(Character::isISOControl);
    boolean same = matches(stored.orElse(nobodys), possible ? prepared : "");
    return same && possible && stored.isPresent();
  }

  private StoredPassword store(String password) {
    return new StoredPassword(
        bcrypt(password), ScramVerifier.of(password, salt(), ITERATIONS).encoded());
  }

  private String bcrypt(String password) {
    try {
      return ModularCrypt.encodeAsString(
          factory()
              .generatePassword(
                  new EncryptablePasswordSpec(
                      password.toCharArray(),
                      new IteratedSaltedPasswordAlgorithmSpec(COST, salt()))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Elytron makes bcrypt hashes", e);
    }
  }

  private boolean matches(StoredPassword stored, String candidate) {
    try {
      PasswordFactory factory = factory();
      Password hash = factory.translate(ModularCrypt.decode(stored.bcrypt()));
      return factory.verify(hash, candidate.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Elytron reads bcrypt hashes", e);
    }
  }

  private PasswordFactory factory() throws GeneralSecurityException {
    return PasswordFactory.getInstance(BCryptPassword.ALGORITHM_BCRYPT, provider);
  }

  private byte[] salt() {
    byte[] salt = new byte[SALT_OCTETS];
    random.nextBytes(salt);
    return salt;
  }
}
