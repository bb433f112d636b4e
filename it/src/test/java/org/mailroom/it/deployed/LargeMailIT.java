package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;

/** The largest mail goes through; one octet more is refused, as early as can be known. */
class LargeMailIT extends DeployedHub {

  private static final int LARGEST = 36 << 20;

  @Test
  void theLargestMailGoesThrough() throws IOException {
    byte[] content = Mails.ofSize(LARGEST);
    try (Site site = Site.open("large.test")) {
      site.hop().keeping(2 * LARGEST);
      RawSmtp.deliver(SMTP_PORT, "ann@sender.test", content, site.address("bob"));
      assertThat(Arrays.equals(site.hop().awaitMail().contentAsSent(), content)).isTrue();
    }
  }

  @Test
  void aLargerOneIsRefusedAtMailWhenItsSizeIsDeclared() throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<ann@sender.test> SIZE=" + (LARGEST + 1), "552 5.3.4");
      smtp.command("MAIL FROM:<ann@sender.test> SIZE=" + LARGEST, "250");
    }
  }

  @Test
  void aLargerOneIsRefusedAtTheDotWhenItIsNot() throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      String reply =
          smtp.transaction("ann@sender.test", Mails.ofSize(LARGEST + 1), "bob@large.test");
      assertThat(reply).startsWith("552 5.3.4");
      smtp.command("NOOP", "250");
    }
  }
}
