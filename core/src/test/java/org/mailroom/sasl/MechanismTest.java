package org.mailroom.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MechanismTest {

  private static final Credentials ANN = new Credentials("ann", "sécret");

  @Test
  void theBestOfWhatIsOfferedIsChosen() {
    assertThat(Mechanism.best(Set.of("LOGIN", "PLAIN", "SCRAM-SHA-256")))
        .hasValue(Mechanism.SCRAM_SHA_256);
    assertThat(Mechanism.best(Set.of("login", "plain"))).hasValue(Mechanism.PLAIN);
    assertThat(Mechanism.best(Set.of("LOGIN", "CRAM-MD5"))).hasValue(Mechanism.LOGIN);
    assertThat(Mechanism.best(Set.of("CRAM-MD5", "GSSAPI"))).isEmpty();
    assertThat(Mechanism.best(Set.of())).isEmpty();
  }

  @Test
  void plainSaysEverythingAtOnce() {
    SaslExchange plain = Mechanism.PLAIN.begin(ANN);
    assertThat(plain.initialResponse().orElseThrow()).isEqualTo("\0ann\0sécret".getBytes(UTF_8));
    assertThatThrownBy(() -> plain.respond(new byte[0]))
        .isInstanceOf(SaslExchangeException.class)
        .hasMessageNotContaining("sécret");
  }

  @Test
  void loginAnswersTwice() throws Exception {
    SaslExchange login = Mechanism.LOGIN.begin(ANN);
    assertThat(login.initialResponse()).isEmpty();
    assertThat(login.respond("Username:".getBytes(UTF_8))).isEqualTo("ann".getBytes(UTF_8));
    assertThat(login.respond("Password:".getBytes(UTF_8))).isEqualTo("sécret".getBytes(UTF_8));
    assertThatThrownBy(() -> login.respond(new byte[0])).isInstanceOf(SaslExchangeException.class);
  }

  @Test
  void twoExchangesOfScramHaveTwoNonces() {
    assertThat(Mechanism.SCRAM_SHA_256.begin(ANN).initialResponse().orElseThrow())
        .isNotEqualTo(Mechanism.SCRAM_SHA_256.begin(ANN).initialResponse().orElseThrow());
  }

  @Test
  void credentialsDontShowThePassword() {
    assertThat(ANN.toString()).isEqualTo("ann:********");
  }

  @Test
  void credentialsThatNoMechanismCanCarryAreRefused() {
    assertThatThrownBy(() -> new Credentials("", "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Credentials("x", "")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Credentials("x", "top\0secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }
}
