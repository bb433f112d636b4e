package org.mailroom.probe;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.mailroom.mail.Address;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.MessageContent;
import org.mailroom.settings.Settings;

/** The mail that a delivery test sends: short, plain, and it says what it is. */
final class TestMail {

  private TestMail() {}

  /** For this test; no address in it needs SMTPUTF8 where the envelope doesn't. */
  static MessageContent of(DeliveryTest test, Settings settings, Clock clock) {
    Address postmaster = new Address("postmaster", settings.domain());
    Address from = test.request().from().address().orElse(postmaster);
    String host = settings.hostname().ascii();
    String text =
        String.join(
            "\r\n",
            "From: " + shown(from),
            "To: " + shown(test.request().to().address()),
            "Subject: Delivery test of " + host,
            "Date: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)),
            "Message-ID: <test-" + test.id() + "." + clock.millis() + "@" + host + ">",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "An operator of the mail hub " + host + " tests whether mail reaches you.",
            "You need not answer.",
            "");
    return new InMemoryContent(text.getBytes(StandardCharsets.UTF_8));
  }

  static String shown(Address address) {
    return address.needsSmtpUtf8() ? "undisclosed-recipients:;" : address.withAsciiDomain();
  }
}
