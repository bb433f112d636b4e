package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;

/** A stranger sends to relay domains, and nowhere else, whatever the address looks like. */
class OpenRelayIT extends DeployedHub {

  /** Not in the trusted networks. */
  private static final String STRANGER = "127.0.0.2";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user@third.test",
        "user%third.test@hub.test",
        "\"user@third.test\"@hub.test",
        "@hub.test:user@third.test",
        "@hub.test,@partner.test:user@third.test",
        "third.test!user@hub.test",
        "user@[127.0.0.9]",
        "user@[IPv6:::1]",
        "user@third.test.",
        "user@partner.test.third.test",
        "user@ｐartner.test",
        "user@third.test@hub.test",
        "user@hub.test@third.test",
        "admin%third.test@hub.test",
        "user@hub.test%third.test",
        "third.test!admin@hub.test",
        "\"admin@hub.test\"@third.test",
        "admin@hub.test.third.test",
        "admin@hub",
        "admin@[127.0.0.1]",
        "postmaster@third.test",
        "(hub.test)user@third.test",
        "user@(hub.test)third.test",
        "user@third.test(hub.test)"
      })
  void aStrangerIsRefused(String recipient) throws IOException {
    for (String from : new String[] {"", "ann@hub.test", "eve@third.test"}) {
      try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SMTP_PORT).ehlo()) {
        smtp.command("MAIL FROM:<" + from + ">", "250");
        assertThat(smtp.command("RCPT TO:<" + recipient + ">"))
            .as("%s from <%s>", recipient, from)
            .startsWith("5");
        assertThat(smtp.command("DATA")).startsWith("5");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin@hub.tеst", "user@pаrtner.test", "user@hub.test。third.test"})
  void whatLooksLikeOneOfOurDomainsIsNone(String recipient) throws IOException {
    try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<eve@third.test> SMTPUTF8", "250");
      smtp.command("RCPT TO:<" + recipient + ">", "550 5.7.1");
    }
  }

  @Test
  void theRefusalSaysThatRelayingIsDenied() throws IOException {
    try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<ann@third.test>", "250");
      smtp.command("RCPT TO:<user@third.test>", "550 5.7.1");
    }
  }

  @Test
  void twoPathsInOneRcptAreASyntaxError() throws IOException {
    try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<ann@third.test>", "250");
      smtp.command("RCPT TO:<user@partner.test>,<user@third.test>", "5");
      smtp.command("RCPT TO:<user@partner.test> <user@third.test>", "5");
    }
  }

  @Test
  void aStrangerMaySendToARelayDomain() throws IOException {
    try (Site site = Site.open("partner.test");
        RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SMTP_PORT).ehlo()) {
      String reply =
          smtp.transaction("eve@third.test", Mails.simple("partner"), "bob@partner.test");
      assertThat(reply).startsWith("250");
      assertThat(site.hop().awaitMail().isFor("bob@partner.test")).isTrue();
    }
  }

  @Test
  void aTrustedClientMaySendAnywhere() throws IOException {
    try (Site site = Site.open("anywhere.test")) {
      RawSmtp.deliver(SMTP_PORT, "ann@hub.test", Mails.simple("trusted"), site.address("bob"));
      site.hop().awaitMail();
    }
  }
}
