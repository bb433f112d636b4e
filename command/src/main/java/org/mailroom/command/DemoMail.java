package org.mailroom.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailroom.mail.Envelope;

/** The mails of the demo: texts with places for the date and an id. */
enum DemoMail {
  WELCOME,
  OFFER,
  INVOICE,
  MEETING,
  QUESTION,
  REPLY,
  CONTRACT,
  TYPO;

  /** Mail that is to be seen waiting for a person. */
  static final String HELD = "to:legal@partner.example";

  /** The octets of a new one. */
  byte[] octets() throws IOException {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    return DemoText.read(name().toLowerCase(Locale.ROOT) + ".eml")
        .replace("%DATE%", date)
        .replace("%ID%", UUID.randomUUID().toString())
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Whom it is from, and for. */
  static Envelope envelope(byte[] octets) throws FailureException, IOException {
    MessageHeader header = MessageHeader.read(new ByteArrayInputStream(octets));
    List<String> to =
        Stream.of("To", "Cc").flatMap(name -> header.addresses(name).stream()).toList();
    return Submission.envelope(header.addresses("From").get(0), to);
  }
}
