package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No way of writing a third party's address makes the hub relay for a stranger. */
class OpenRelayTest {

  private static final String[] SENDERS = {"", "ann@hub.test", "eve@evil.test"};

  private static final String[] RECIPIENTS = {
    "<user@third.test>",
    "<user%third.test@hub.test>",
    "<user%third.test>",
    "<\"user@third.test\"@hub.test>",
    "<\"user%third.test\"@hub.test>",
    "<\"user\\@third.test\"@hub.test>",
    "<\"user@third.test\">",
    "<@hub.test:user@third.test>",
    "<@hub.test,@hub.test:user@third.test>",
    "<@hub.test:user%third.test@hub.test>",
    "<@hub.test:@third.test:user@third.test>",
    "<third.test!user@hub.test>",
    "<hub.test!third.test!user@hub.test>",
    "<third.test!user>",
    "<user@[192.0.2.9]>",
    "<user@[IPv6:2001:db8::9]>",
    "<user@192.0.2.9>",
    "<user@third.test.>",
    "<user@hub.test.>",
    "<user@.hub.test>",
    "<user@hub.test@third.test>",
    "<user@third.test@hub.test>",
    "<user(hub.test)@third.test>",
    "<user@third.test(@hub.test)>",
    "<user@third.test (@hub.test)>",
    "(@hub.test)<user@third.test>",
    "<user@hub.test><user@third.test>",
    "<user@hub.test>,<user@third.test>",
    "<user@hub.test> <user@third.test>",
    "<user@hub.test,user@third.test>",
    "user@hub.test",
    "<user@hub.test>user@third.test",
    "Hub <user@hub.test>",
    "<<user@hub.test>>",
    "<user@third.test>NOTIFY=NEVER",
    "<>",
    "< user@hub.test>",
    "<user@hub.test >",
    "<user\\e@hub.test>",
    "<user\\t@hub.test>",
    "<\"user\\e\"@hub.test>",
    "<user@hub.test\\xA0>",
    "<user@hub.test:25>",
    "<user@hub..test>",
    "<user@-hub.test>",
    "<user:third.test@hub.test>",
    "<postmaster@third.test>",
    "<\"postmaster\">"
  };

  private static final String[] UTF8_RECIPIENTS = {
    "<user\uFF05third.test@hub.test>",
    "<user\uFF20third.test@hub.test>",
    "<third.test\uFF01user@hub.test>",
    "<user\uFE6Athird.test@hub.test>",
    "<user@h\u0443b.test>",
    "<user@hub.t\u0435st>",
    "<user@third.test\u3002hub.test>",
    "<user@hub.test\u3002>",
    "<user@hub.test\u2028>",
    "<us\u560Aer@third.test>",
    "<user\u200B@third.test>"
  };

  private final InMemoryReception hub = new InMemoryReception();

  static Stream<Arguments> ways() {
    return Stream.of(SENDERS)
        .flatMap(
            sender ->
                Stream.concat(
                    Stream.of(RECIPIENTS).map(r -> Arguments.of("<" + sender + ">", r)),
                    Stream.of(UTF8_RECIPIENTS)
                        .map(r -> Arguments.of("<" + sender + "> SMTPUTF8", r))));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aStrangerMayNotSendThere(String sender, String recipient) {
    Dialogue.with(hub)
        .fromStranger()
        .playGreeted(
            ("C: MAIL FROM:" + sender + "\nS: 250 2.1.0 Ok\n")
                + ("C> RCPT TO:" + recipient.replace("\\@", "\\\\@") + "\\r\\n\nS: 5*\n")
                + "C: DATA\nS: 554 5.5.1 No valid recipients\n");
    assertThat(hub.taken()).isEmpty();
  }

  @Test
  void aSourceRouteToOurOwnPeopleIsIgnored() {
    Dialogue.with(hub)
        .fromStranger()
        .playGreeted(
            """
            C: MAIL FROM:<@a.test,@b.test:eve@evil.test>
            S: 250 2.1.0 Ok
            C: RCPT TO:<@hub.test,@c.test:bob@hub.test>
            S: 250 2.1.5 Ok
            C: DATA
            S: 354 *
            C: .
            S: 250 2.0.0 *
            """);
    assertThat(hub.taken().getFirst().envelope().reversePath()).hasToString("eve@evil.test");
    assertThat(hub.taken().getFirst().envelope().recipients().getFirst().path())
        .hasToString("bob@hub.test");
  }

  @Test
  void aTrustedClientMayWriteToAnybody() {
    Dialogue.with(hub)
        .playGreeted(
            """
            C: MAIL FROM:<ann@hub.test>
            S: 250 2.1.0 Ok
            C: RCPT TO:<user@third.test>
            S: 250 2.1.5 Ok
            C: RCPT TO:<user%x@third.test>
            S: 250 2.1.5 Ok
            C: RCPT TO:<"a b@c"@third.test>
            S: 250 2.1.5 Ok
            C: RCPT TO:<user@[192.0.2.9]>
            S: 250 2.1.5 Ok
            """);
  }

  @Test
  void postmasterIsAlwaysTaken() {
    Dialogue.with(hub)
        .fromStranger()
        .playGreeted(
            """
            C: MAIL FROM:<>
            S: 250 2.1.0 Ok
            C: RCPT TO:<Postmaster>
            S: 250 2.1.5 Ok
            C: RCPT TO:<POSTMASTER@hub.test>
            S: 250 2.1.5 Ok
            """);
  }
}
