package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;

/** A mail that has been through too many hands, or ours too often, runs in a circle. */
class LoopIT extends DeployedHub {

  @Test
  void aHundredReceivedFieldsAreALoop() throws IOException {
    isRefused(101, "Received: from a.test by b.test; Mon, 1 Jan 2024 00:00:00 +0000");
  }

  @Test
  void ourOwnNameTenTimesIsALoop() throws IOException {
    isRefused(10, "Received: from a.test by hub.test; Mon, 1 Jan 2024 00:00:00 +0000");
  }

  @Test
  void aFewAreFine() throws IOException {
    try (Site site = Site.open("no-loop.test")) {
      RawSmtp.deliver(
          SMTP_PORT, "ann@sender.test", received(9, "Received: by hub.test"), site.address("bob"));
      site.hop().awaitMail();
    }
  }

  private static void isRefused(int times, String field) throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      assertThat(smtp.transaction("ann@sender.test", received(times, field), "bob@loop.test"))
          .startsWith("554 5.4.6");
    }
  }

  private static byte[] received(int times, String field) {
    return Mails.withHeader(Collections.nCopies(times, field).toArray(String[]::new));
  }
}
