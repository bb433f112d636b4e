package org.mailroom.smtp.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mailroom.smtp.client.Mails.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.sasl.Credentials;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.client.Report.NoAnswer;
import org.mailroom.smtp.client.Report.Refused;

class AuthenticationDialogueTest {

  private static final Credentials ANN = new Credentials("ann", "s3cret");
  private static final String PLAIN = base64("\0ann\0s3cret");
  private static final String FAR = "192.0.2.25";
  private static final String HERE = "127.0.0.1";

  @ParameterizedTest
  @EnumSource
  void plainIsOneCommandUnderTls(Feed feed) throws Exception {
    ScriptedPeer server =
        underTls(feed, "AUTH LOGIN PLAIN").expects("AUTH PLAIN " + PLAIN).says("235 2.7.0 Welcome");

    assertThat(client(server).open(peer(FAR, StartTls.REQUIRED)).isReusable()).isTrue();
    server.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void loginIsAskedTwice(Feed feed) throws Exception {
    ScriptedPeer server =
        underTls(feed, "AUTH LOGIN")
            .expects("AUTH LOGIN")
            .says("334 " + base64("Username:"))
            .expects(base64("ann"))
            .says("334 " + base64("Password:"))
            .expects(base64("s3cret"))
            .says("235 Welcome");

    assertThat(client(server).open(peer(FAR, StartTls.IF_OFFERED)).isReusable()).isTrue();
    server.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void scramComesFirstAndIsCancelledWhenTheServerMakesNoSense(Feed feed) {
    ScriptedPeer server =
        underTls(feed, "AUTH PLAIN SCRAM-SHA-256")
            .takesAnything()
            .says("334 " + base64("r=stranger,s=AAAA,i=4096"))
            .expects("*")
            .says("501 5.7.0 Cancelled")
            .expects("QUIT");

    assertThat(refusal(server, FAR, StartTls.REQUIRED))
        .isEqualTo(new NoAnswer(Stage.AUTH, "A challenge of SCRAM-SHA-256 answers another client"));
    assertThat(server.taken()).startsWith("AUTH SCRAM-SHA-256 " + base64("n,,n=ann,"));
    server.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void aYesFromAServerThatHasProvedNothingIsNotBelieved(Feed feed) {
    ScriptedPeer server =
        underTls(feed, "AUTH SCRAM-SHA-256")
            .takesAnything()
            .says("235 2.7.0 Welcome")
            .expects("QUIT");

    assertThat(refusal(server, FAR, StartTls.REQUIRED))
        .isEqualTo(
            new NoAnswer(
                Stage.AUTH, "The server said yes without a proof that it knows the password"));
    server.assertFinished();
  }

  @ParameterizedTest
  @CsvSource({
    "535 5.7.8 Wrong, 535, 5.7.8",
    "454 4.7.0 Not now, 454, 4.7.0",
    "534 5.7.9 Too weak, 534, 5.7.9",
    "504 5.5.4 Unknown, 504, 5.5.4"
  })
  void aRefusalIsTheHopsAnswer(String reply, int code, String status) {
    ScriptedPeer server =
        underTls(Feed.WHOLE, "AUTH PLAIN")
            .expects("AUTH PLAIN " + PLAIN)
            .says(reply)
            .expects("QUIT");

    String text = reply.substring(reply.lastIndexOf(status) + status.length() + 1);
    assertThat(refusal(server, FAR, StartTls.REQUIRED))
        .isEqualTo(new Refused(Stage.AUTH, SmtpReply.of(code, status, text)));
    server.assertFinished();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "S3CRET", "AGFubgBzM2NyZXQ=", "czNjcmV0"})
  void aReplyThatRepeatsThePasswordIsShownToNobody(String secret) {
    ScriptedPeer server =
        underTls(Feed.WHOLE, "AUTH PLAIN")
            .expects("AUTH PLAIN " + PLAIN)
            .says("535-5.7.8 You said", "535 5.7.8 " + secret)
            .expects("QUIT");

    assertThat(refusal(server, FAR, StartTls.REQUIRED).toString())
        .contains("535 5.7.8")
        .doesNotContainIgnoringCase(secret);
  }

  @ParameterizedTest
  @EnumSource
  void withoutTlsNothingIsSaidToAServerElsewhere(Feed feed) {
    ScriptedPeer server = ScriptedPeer.offering(feed, "AUTH PLAIN").expects("QUIT");

    assertThat(refusal(server, FAR, StartTls.IF_OFFERED))
        .isEqualTo(
            new NoAnswer(
                Stage.AUTH, "a password is sent over TLS only, and the server has none to offer"));
    server.assertFinished();
  }

  @Test
  void tlsThatIsRefusedIsNoReasonToSayItInPlain() {
    ScriptedPeer server =
        ScriptedPeer.offering(Feed.WHOLE, "STARTTLS", "AUTH PLAIN")
            .expects("STARTTLS")
            .says("454 4.7.0 Not now")
            .expects("QUIT");

    assertThat(refusal(server, FAR, StartTls.IF_OFFERED)).isInstanceOf(NoAnswer.class);
    server.assertFinished();
  }

  @ParameterizedTest
  @ValueSource(strings = {HERE, "::1", "127.3.2.1"})
  void toThisMachineItMayBePlain(String address) throws Exception {
    ScriptedPeer server =
        ScriptedPeer.offering(Feed.WHOLE, "AUTH PLAIN")
            .expects("AUTH PLAIN " + PLAIN)
            .says("235 Welcome");

    assertThat(client(server).open(peer(address, StartTls.NEVER)).isReusable()).isTrue();
    server.assertFinished();
  }

  @Test
  void whatWasOfferedBeforeTlsDoesNotCount() {
    ScriptedPeer server =
        ScriptedPeer.offering(Feed.WHOLE, "STARTTLS", "AUTH PLAIN")
            .expects("STARTTLS")
            .says("220 Ready")
            .shakesHands()
            .expects("EHLO hub.corp.test")
            .saysEhlo("PIPELINING")
            .expects("QUIT");

    assertThat(refusal(server, FAR, StartTls.REQUIRED))
        .isEqualTo(
            new NoAnswer(Stage.AUTH, "a user name is set and the server doesn't offer AUTH"));
    server.assertFinished();
  }

  @Test
  void mechanismsThatNobodyKnowsHereAreNone() {
    ScriptedPeer server = underTls(Feed.WHOLE, "AUTH GSSAPI CRAM-MD5").expects("QUIT");

    assertThat(refusal(server, FAR, StartTls.REQUIRED))
        .isEqualTo(
            new NoAnswer(Stage.AUTH, "the server offers no mechanism of AUTH that is known here"));
  }

  @ParameterizedTest
  @CsvSource({"AUTH=LOGIN PLAIN", "auth plain", "AUTH  GSSAPI   PLAIN"})
  void offersInOldAndOddFormsAreUnderstood(String keyword) throws Exception {
    ScriptedPeer server =
        underTls(Feed.WHOLE, keyword).expects("AUTH PLAIN " + PLAIN).says("235 Welcome");

    assertThat(client(server).open(peer(FAR, StartTls.REQUIRED)).isReusable()).isTrue();
  }

  @Test
  void bothFormsOfTheOfferCountTogether() throws Exception {
    ScriptedPeer server =
        underTls(Feed.WHOLE, "AUTH=LOGIN", "AUTH PLAIN")
            .expects("AUTH PLAIN " + PLAIN)
            .says("235 Welcome");

    assertThat(client(server).open(peer(FAR, StartTls.REQUIRED)).isReusable()).isTrue();
  }

  @Test
  void aLongPasswordWaitsForTheFirstChallenge() throws Exception {
    Credentials wordy = new Credentials("ann", "x".repeat(400));
    ScriptedPeer server =
        underTls(Feed.WHOLE, "AUTH PLAIN")
            .expects("AUTH PLAIN")
            .says("334 ")
            .expects(base64("\0ann\0" + "x".repeat(400)))
            .says("235 Welcome");

    assertThat(client(server).open(peer(FAR, StartTls.REQUIRED, wordy)).isReusable()).isTrue();
    server.assertFinished();
  }

  @Test
  void aChallengeThatIsNotBase64IsCancelled() {
    ScriptedPeer server =
        underTls(Feed.WHOLE, "AUTH LOGIN")
            .expects("AUTH LOGIN")
            .says("334 Username:")
            .expects("*")
            .says("501 Cancelled")
            .expects("QUIT");

    assertThat(refusal(server, FAR, StartTls.REQUIRED))
        .isEqualTo(new NoAnswer(Stage.AUTH, "a challenge that is not base64"));
    server.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatHangsUpOrSays421HasNotAnswered(Feed feed) {
    ScriptedPeer gone = underTls(feed, "AUTH PLAIN").expects("AUTH PLAIN " + PLAIN);
    assertThat(refusal(gone, FAR, StartTls.REQUIRED))
        .isEqualTo(new NoAnswer(Stage.AUTH, "the connection was closed by the peer"));

    ScriptedPeer closing =
        underTls(feed, "AUTH PLAIN").expects("AUTH PLAIN " + PLAIN).says("421 4.3.2 Closing");
    assertThat(refusal(closing, FAR, StartTls.REQUIRED))
        .isEqualTo(new Refused(Stage.AUTH, SmtpReply.of(421, "4.3.2", "Closing")));
  }

  private static ScriptedPeer underTls(Feed feed, String... extensions) {
    return ScriptedPeer.offering(feed, "STARTTLS")
        .expects("STARTTLS")
        .says("220 Ready")
        .shakesHands()
        .expects("EHLO hub.corp.test")
        .saysEhlo(extensions);
  }

  private static Report refusal(ScriptedPeer server, String address, StartTls startTls) {
    SessionNotOpenedException e =
        catchThrowableOfType(
            SessionNotOpenedException.class, () -> client(server).open(peer(address, startTls)));
    assertThat(e).isNotNull();
    assertThat(e.getMessage()).doesNotContain("s3cret", PLAIN);
    assertThat(server.isClosed()).isTrue();
    return e.report();
  }

  private static SmtpPeer peer(String address, StartTls startTls) throws Exception {
    return peer(address, startTls, ANN);
  }

  private static SmtpPeer peer(String address, StartTls startTls, Credentials credentials)
      throws Exception {
    InetAddress ip = InetAddress.getAllByName(address)[0];
    return new SmtpPeer(
        "sink.test", new InetSocketAddress(ip, 25), startTls, Optional.of(credentials));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
