package org.mailroom.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScramVerifierTest {

  private static final byte[] SALT = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");
  private static final ScramVerifier PENCIL = ScramVerifier.of("pencil", SALT, 4096);
  private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  /** The exchange of RFC 7677, 3, from the server's side. */
  @Test
  void theProofOfTheRfcIsRightAndSoIsTheSignature() {
    String signed =
        "n=user,r=rOprNGfwEbeRWgbNEkqO,"
            + "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
            + "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,"
            + "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    byte[] proof = Base64.getDecoder().decode("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
    byte[] clientKey = Scram.xor(proof, Scram.hmac(PENCIL.storedKey(), signed));
    assertThat(Scram.hash(clientKey)).isEqualTo(PENCIL.storedKey());
    assertThat(Base64.getEncoder().encodeToString(Scram.hmac(PENCIL.serverKey(), signed)))
        .isEqualTo("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
  }

  @Test
  void theTextFormIsReadAsItWasWritten() {
    assertThat(PENCIL.encoded()).startsWith("SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$");
    assertThat(ScramVerifier.parse(PENCIL.encoded())).isEqualTo(PENCIL).hasSameHashCodeAs(PENCIL);
  }

  @Test
  void anotherPasswordOrSaltIsAnotherVerifier() {
    assertThat(ScramVerifier.of("pencils", SALT, 4096)).isNotEqualTo(PENCIL);
    assertThat(ScramVerifier.of("pencil", "salt".getBytes(UTF_8), 4096)).isNotEqualTo(PENCIL);
    assertThat(ScramVerifier.of("pencil", SALT, 4097)).isNotEqualTo(PENCIL);
  }

  @Test
  void passwordsAreTakenInTheFormOfSaslprep() {
    assertThat(ScramVerifier.of("pen\u00ADcil", SALT, 4096)).isEqualTo(PENCIL);
  }

  @Test
  void noTextFormShowsIt() {
    assertThat(PENCIL.toString()).isEqualTo("SCRAM-SHA-256$********");
  }

  @Test
  void whatIsTooCheapOrTooDearIsRefused() {
    assertThatThrownBy(() -> ScramVerifier.of("pencil", SALT, 4095))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ScramVerifier.of("pencil", new byte[0], 4096))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> ScramVerifier.parse("SCRAM-SHA-256$1000001:c2FsdA==$" + KEY + ":" + KEY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pencil",
        "SCRAM-SHA-1$4096:c2FsdA==$" + KEY + ":" + KEY,
        "SCRAM-SHA-256$4096:c2FsdA==$" + KEY,
        "SCRAM-SHA-256$4096:$" + KEY + ":" + KEY,
        "SCRAM-SHA-256$4096:?$" + KEY + ":" + KEY,
        "SCRAM-SHA-256$4096:c2FsdA==$pencil:" + KEY,
        "SCRAM-SHA-256$4096:c2FsdA==$AAAA:" + KEY,
        "SCRAM-SHA-256$4096:c2FsdA==$" + KEY + ":" + KEY + "$"
      })
  void otherTextsAreRefusedWithoutRepeatingThem(String text) {
    assertThatThrownBy(() -> ScramVerifier.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("pencil")
        .hasNoCause();
  }
}
