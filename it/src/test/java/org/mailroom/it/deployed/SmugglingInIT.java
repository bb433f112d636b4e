package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;

/** What looks like the end of the content to a careless server ends nothing here. */
class SmugglingInIT extends DeployedHub {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n.\n",
        "\n.\r",
        "\r.\n",
        "\r.\r",
        "\n.\r\n",
        "\r.\r\n",
        "\r\n.\n",
        "\r\n.\r",
        "\r\n\0.\r\n",
        "\r\n.\0\r\n",
        "\r\n.\r\r\n",
        "\r\r\n.\r\r\n"
      })
  void aFalseEndOfDataEndsNothing(String sequence) throws IOException {
    // A domain for each, as its DNS answers are remembered.
    String domain = "smuggled-" + Integer.toHexString(sequence.hashCode()) + ".test";
    try (Site site = Site.open(domain);
        RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<ann@sender.test>", "250");
      smtp.command("RCPT TO:<" + site.address("bob") + ">", "250");
      smtp.command("DATA", "354");
      smtp.send(
          "Subject: outer\r\n\r\nouter"
              + sequence
              + "MAIL FROM:<admin@hub.test>\r\nRCPT TO:<victim@hub.test>\r\nDATA\r\n"
              + "Subject: inner\r\n\r\ninner\r\n.\r\n");
      smtp.expect("550 5.6.0");
      smtp.command("NOOP", "250");
      // What was refused has left nothing: the next mail is the first that arrives.
      assertThat(smtp.transaction("ann@sender.test", Mails.simple("next"), site.address("eve")))
          .startsWith("250");
      assertThat(site.hop().awaitMail().isFor(site.address("eve"))).isTrue();
      assertThat(site.hop().mails()).hasSize(1);
    }
  }
}
