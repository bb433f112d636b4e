package org.mailroom.it.deployed;

import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** A message to append by IMAP as it is, whatever it is. */
final class RawMessage extends MimeMessage {

  private final byte[] octets;
  private final Instant received;
  private final Flags marks;

  RawMessage(byte[] octets, Instant received, Flags marks) {
    super(Session.getInstance(new Properties()));
    this.octets = octets;
    this.received = received;
    this.marks = marks;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(octets);
  }

  @Override
  public Date getReceivedDate() {
    return Date.from(received);
  }

  @Override
  public Flags getFlags() {
    return marks;
  }
}
