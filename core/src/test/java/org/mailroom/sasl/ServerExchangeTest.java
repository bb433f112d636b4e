package org.mailroom.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.sasl.ServerStep.Challenge;
import org.mailroom.sasl.ServerStep.PasswordClaim;
import org.mailroom.sasl.ServerStep.ProofClaim;

/** The server's side of each mechanism; with SCRAM, the exchange of RFC 7677, 3. */
class ServerExchangeTest {

  private static final String CLIENT_NONCE = "rOprNGfwEbeRWgbNEkqO";
  private static final String SERVER_NONCE = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
  private static final String WHOLE_NONCE = CLIENT_NONCE + SERVER_NONCE;
  private static final String CLIENT_FIRST = "n,,n=user,r=" + CLIENT_NONCE;
  private static final String RIGHT = "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
  private static final ScramVerifier PENCIL =
      ScramVerifier.of("pencil", Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);

  private final ScramServer scram = new ScramServer(user -> PENCIL, SERVER_NONCE);

  @Test
  void scramIsTheExchangeOfTheRfc() throws Exception {
    assertThat(challenge(CLIENT_FIRST))
        .isEqualTo("r=" + WHOLE_NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
    assertThat(challenge("c=biws,r=" + WHOLE_NONCE + ",p=" + RIGHT))
        .isEqualTo("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    assertThat(respond("")).isEqualTo(new ProofClaim("user", true));
  }

  @Test
  void scramIsSpokenWithOurOwnClientWhateverTheNameHasInIt() throws Exception {
    Credentials credentials = new Credentials("a=b,c@hub.test", "s\u00e9\u200Bcret ");
    ScramVerifier verifier = ScramVerifier.of("s\u00e9cret ", new byte[] {1, 2, 3}, 4096);
    SaslExchange client = Mechanism.SCRAM_SHA_256.begin(credentials);
    ServerExchange server = Mechanism.SCRAM_SHA_256.serve(user -> verifier);
    byte[] response = client.initialResponse().orElseThrow();
    ServerStep step = server.respond(response);
    while (step instanceof Challenge challenge) {
      step = server.respond(client.respond(challenge.text().getBytes(UTF_8)));
    }
    assertThat(step).isEqualTo(new ProofClaim("a=b,c@hub.test", true));
    client.succeeded();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVU=",
        "AAAA",
        ""
      })
  void aWrongProofIsSaidInNoWord(String proof) throws Exception {
    respond(CLIENT_FIRST);
    assertThat(respond("c=biws,r=" + WHOLE_NONCE + ",p=" + proof))
        .isEqualTo(new ProofClaim("user", false));
  }

  @Test
  void whoActsForSomebodyElseProvesNothing() throws Exception {
    respond("n,a=boss,n=user,r=" + CLIENT_NONCE);
    String header = Base64.getEncoder().encodeToString("n,a=boss,".getBytes(UTF_8));
    assertThat(respond("c=" + header + ",r=" + WHOLE_NONCE + ",p=" + RIGHT))
        .isEqualTo(new ProofClaim("user", false));
    assertThat(new PlainServer().respond("boss\0user\0pencil".getBytes(UTF_8)))
        .isEqualTo(new ProofClaim("user", false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "n",
        "n,,",
        "n,,n=,r=x",
        "n,,n=user",
        "n,,n=user,r=",
        "n,,r=x,n=user",
        "n,,n=us=er,r=x",
        "n,,n=us\ner,r=x",
        "p=tls-unique,,n=user,r=x",
        "x,,n=user,r=x",
        "n,b=user,n=user,r=x"
      })
  void aFirstMessageThatMakesNoSenseIsRefused(String message) {
    assertThatExceptionOfType(SaslExchangeException.class).isThrownBy(() -> respond(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c=biws,r=" + WHOLE_NONCE,
        "c=biws,r=" + CLIENT_NONCE + ",p=" + RIGHT,
        "c=biws,r=" + WHOLE_NONCE + "x,p=" + RIGHT,
        "c=eSws,r=" + WHOLE_NONCE + ",p=" + RIGHT,
        "c=*,r=" + WHOLE_NONCE + ",p=" + RIGHT,
        "c=biws,r=" + WHOLE_NONCE + ",p=*",
        "r=" + WHOLE_NONCE + ",c=biws,p=" + RIGHT
      })
  void aFinalMessageThatAnswersSomethingElseIsRefused(String message) throws Exception {
    respond(CLIENT_FIRST);
    assertThatExceptionOfType(SaslExchangeException.class).isThrownBy(() -> respond(message));
  }

  @Test
  void plainIsOneMessage() throws Exception {
    assertThat(new PlainServer().respond("\0ann\0s\u00e9cret".getBytes(UTF_8)))
        .isEqualTo(new PasswordClaim("ann", "s\u00e9cret"));
    assertThat(new PlainServer().respond("ann\0ann\0s".getBytes(UTF_8)))
        .isEqualTo(new PasswordClaim("ann", "s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ann", "\0ann", "\0\0secret", "\0ann\0secret\0", "\0a\nn\0secret"})
  void plainWithoutItsPartsIsRefused(String message) {
    assertThatExceptionOfType(SaslExchangeException.class)
        .isThrownBy(() -> new PlainServer().respond(message.getBytes(UTF_8)))
        .withMessageNotContaining("secret");
  }

  @Test
  void octetsThatAreNoTextAreRefused() {
    byte[] latin1 = {0, 'a', 0, (byte) 0xE9};
    assertThatExceptionOfType(SaslExchangeException.class)
        .isThrownBy(() -> new PlainServer().respond(latin1));
  }

  @Test
  void loginAsksForThePassword() throws Exception {
    ServerExchange login = Mechanism.LOGIN.serve(user -> PENCIL);
    assertThat(Mechanism.LOGIN.invitation()).isEqualTo("Username:");
    assertThat(login.respond("ann".getBytes(UTF_8))).isInstanceOf(Challenge.class);
    assertThat(login.respond("secret".getBytes(UTF_8)))
        .isEqualTo(new PasswordClaim("ann", "secret"));
  }

  @Test
  void aClaimShowsNoPassword() {
    assertThat(new PasswordClaim("ann", "secret")).hasToString("ann:********");
  }

  private String challenge(String response) throws SaslExchangeException {
    return ((Challenge) respond(response)).text();
  }

  private ServerStep respond(String response) throws SaslExchangeException {
    return scram.respond(response.getBytes(UTF_8));
  }
}
