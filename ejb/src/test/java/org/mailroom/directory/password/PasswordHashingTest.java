package org.mailroom.directory.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.sasl.ScramVerifier;
import org.mailroom.settings.Secret;

class PasswordHashingTest {

  /** As crypt(3) of Debian has it. */
  private static final String CORRECT_HORSE =
      "$2a$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e";

  private final PasswordHashing hashing = new PasswordHashing();

  @Test
  void onlyThePasswordItselfIsRight() {
    Optional<StoredPassword> stored = Optional.of(hashing.hash(new Secret("correct horse")));
    assertThat(hashing.verify(stored, "correct horse")).isTrue();
    assertThat(hashing.verify(stored, "Correct horse")).isFalse();
    assertThat(hashing.verify(stored, "")).isFalse();
    assertThat(hashing.verify(stored, "correct horse\0")).isFalse();
  }

  @Test
  void hashesOfOtherProgramsAreUnderstood() {
    String scram = hashing.hash(new Secret("another one")).scram();
    Optional<StoredPassword> stored = Optional.of(new StoredPassword(CORRECT_HORSE, scram));
    assertThat(hashing.verify(stored, "correct horse")).isTrue();
    assertThat(hashing.verify(stored, "another one")).isFalse();
  }

  @Test
  void nobodysPasswordIsNeverRight() {
    assertThat(hashing.verify(Optional.empty(), "")).isFalse();
    assertThat(hashing.verify(Optional.empty(), "correct horse")).isFalse();
  }

  @Test
  void bothFormsAreOfTheSamePassword() {
    ScramVerifier verifier = hashing.hash(new Secret("correct horse")).verifier();
    assertThat(ScramVerifier.of("correct horse", verifier.salt(), verifier.iterations()))
        .isEqualTo(verifier);
    assertThat(verifier.iterations()).isEqualTo(15_000);
  }

  @Test
  void thePasswordIsTheSameInAllWaysToTypeIt() {
    Optional<StoredPassword> stored = Optional.of(hashing.hash(new Secret("caf\u00e9 \u2168 12")));
    assertThat(hashing.verify(stored, "cafe\u0301\u00a0IX 12")).isTrue();
  }

  @Test
  void twoHashesOfOnePasswordDiffer() {
    Secret password = new Secret("correct horse");
    StoredPassword one = hashing.hash(password);
    StoredPassword other = hashing.hash(password);
    assertThat(one.bcrypt()).isNotEqualTo(other.bcrypt()).startsWith("$2a$10$");
    assertThat(one.scram()).isNotEqualTo(other.scram());
  }

  @Test
  void whatBcryptWouldIgnoreIsNotTheSame() {
    String longest = "x".repeat(72);
    Optional<StoredPassword> stored = Optional.of(hashing.hash(new Secret(longest)));
    assertThat(hashing.verify(stored, longest)).isTrue();
    assertThat(hashing.verify(stored, longest + "y")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "1234567", "tab\tulator", "nul\0nul\0nul"})
  void passwordsThatNobodyShouldHaveAreRefused(String password) {
    assertThatThrownBy(() -> hashing.hash(new Secret(password)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A password has 8 characters to 72 octets");
  }

  @Test
  void aStoredPasswordShowsNothing() {
    assertThat(hashing.hash(new Secret("correct horse"))).hasToString("********");
  }

  @Test
  void anotherFormIsNoStoredPassword() {
    StoredPassword sound = hashing.hash(new Secret("correct horse"));
    assertThatThrownBy(() -> new StoredPassword("correct horse", sound.scram()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("horse");
    assertThatThrownBy(() -> new StoredPassword(sound.bcrypt(), "correct horse"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("horse");
  }
}
