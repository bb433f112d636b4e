package org.mailroom.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exchange of RFC 7677, section 3, and servers that deviate from it. */
class ScramSha256Test {

  private static final String NONCE = "rOprNGfwEbeRWgbNEkqO";
  private static final String WHOLE_NONCE = NONCE + "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
  private static final String SERVER_FIRST =
      "r=" + WHOLE_NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
  private static final String CLIENT_FINAL =
      "c=biws,r=" + WHOLE_NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
  private static final String SERVER_FINAL = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

  private final ScramSha256 scram = new ScramSha256(new Credentials("user", "pencil"), NONCE);

  @Test
  void theExchangeOfTheRfc() throws Exception {
    assertThat(new String(scram.initialResponse().orElseThrow(), UTF_8))
        .isEqualTo("n,,n=user,r=" + NONCE);
    assertThat(respond(SERVER_FIRST)).isEqualTo(CLIENT_FINAL);
    assertThat(respond(SERVER_FINAL)).isEmpty();
    scram.succeeded();
  }

  @Test
  void extensionsBehindTheIterationsAreIgnored() throws Exception {
    assertThat(respond(SERVER_FIRST + ",x=later")).startsWith("c=biws,r=" + WHOLE_NONCE + ",p=");
  }

  @Test
  void aYesWithoutTheServersProofIsNone() throws Exception {
    respond(SERVER_FIRST);
    assertThatThrownBy(scram::succeeded)
        .isInstanceOf(SaslExchangeException.class)
        .hasMessageContaining("without a proof");
  }

  @Test
  void aServerThatDoesNotKnowThePasswordIsFoundOut() throws Exception {
    respond(SERVER_FIRST);
    String forged = "v=" + Base64.getEncoder().encodeToString(new byte[32]);
    assertThatThrownBy(() -> respond(forged)).hasMessageContaining("an impostor");
    assertThatThrownBy(scram::succeeded).isInstanceOf(SaslExchangeException.class);
  }

  @Test
  void aRefusedProofIsSaidSo() throws Exception {
    respond(SERVER_FIRST);
    assertThatThrownBy(() -> respond("e=invalid-proof"))
        .hasMessage("The server refuses the proof of the password");
  }

  @Test
  void nothingFollowsTheEnd() throws Exception {
    respond(SERVER_FIRST);
    respond(SERVER_FINAL);
    assertThatThrownBy(() -> respond("")).hasMessageContaining("goes on after its end");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                          | lacks an attribute
          r=x                                         | lacks an attribute
          m=new,r=rOprNGfwEbeRWgbNEkqOx,s=AAAA,i=4096 | lacks the attribute r
          r=other,s=AAAA,i=4096                       | answers another client
          r=rOprNGfwEbeRWgbNEkqO,s=AAAA,i=4096        | answers another client
          r=rOprNGfwEbeRWgbNEkqOx,s=,i=4096           | lacks the attribute s
          r=rOprNGfwEbeRWgbNEkqOx,s=?,i=4096          | is not base64
          r=rOprNGfwEbeRWgbNEkqOx,s=AAAA,i=           | lacks the attribute i
          r=rOprNGfwEbeRWgbNEkqOx,s=AAAA,i=4x96       | has no count of iterations
          r=rOprNGfwEbeRWgbNEkqOx,s=AAAA,i=99999999   | has no count of iterations
          r=rOprNGfwEbeRWgbNEkqOx,s=AAAA,i=1          | wants 1 iterations
          r=rOprNGfwEbeRWgbNEkqOx,s=AAAA,i=1000001    | wants 1000001 iterations
          """)
  void aChallengeThatMakesNoSenseEndsTheExchange(String challenge, String why) {
    assertThatThrownBy(() -> respond(challenge))
        .isInstanceOf(SaslExchangeException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("pencil");
  }

  @Test
  void commasAndEqualsSignsInANameAreSpelledOut() {
    assertThat(firstOf("a,b=c")).isEqualTo("n,,n=a=2Cb=3Dc,r=N");
  }

  @Test
  void namesAreComparedInTheFormOfSaslprep() {
    // RFC 4013, 3: a soft hyphen goes, a Roman numeral and a superscript are spelled out.
    assertThat(firstOf("I\u00ADX")).isEqualTo("n,,n=IX,r=N");
    assertThat(firstOf("\u2168")).isEqualTo("n,,n=IX,r=N");
    assertThat(firstOf("\u00AA")).isEqualTo("n,,n=a,r=N");
    assertThat(firstOf("a\u00A0b")).isEqualTo("n,,n=a b,r=N");
    assertThat(firstOf("王")).isEqualTo("n,,n=王,r=N");
  }

  private static String firstOf(String user) {
    ScramSha256 exchange = new ScramSha256(new Credentials(user, "x"), "N");
    return new String(exchange.initialResponse().orElseThrow(), UTF_8);
  }

  private String respond(String challenge) throws SaslExchangeException {
    return new String(scram.respond(challenge.getBytes(UTF_8)), UTF_8);
  }
}
