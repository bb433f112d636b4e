package org.mailroom.imap.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.mailroom.imap.MessageData;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.SystemFlag;
import org.mailroom.mime.MimeBudget;
import org.mailroom.mime.MimeStructure;

/** A message in memory, which counts what is read of it. */
final class TestMessage implements MessageData {

  static final Instant CAME = Instant.parse("2024-02-01T23:30:00Z");

  private final byte[] octets;
  private final MimeStructure structure;
  private long uid = 7;
  private MessageFlags flags =
      new MessageFlags(SystemFlag.SEEN.bit() | SystemFlag.DRAFT.bit(), Set.of("$Junk", "Work"));
  private long read;
  private int opened;

  private TestMessage(byte[] octets, MimeStructure structure) {
    this.octets = octets;
    this.structure = structure;
  }

  static TestMessage of(byte[] octets) throws IOException {
    return new TestMessage(
        octets,
        MimeStructure.read(new ByteArrayInputStream(octets), MimeBudget.USUAL, System::nanoTime));
  }

  /** In UTF-8, with {@code |} for a line end. */
  static TestMessage of(String text) throws IOException {
    return of(text.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A header in ASCII, and a body in a charset. */
  static TestMessage of(String header, String body, String charset) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(body.replace("|", "\r\n").getBytes(Charset.forName(charset)));
    return of(out.toByteArray());
  }

  /** A message of which nothing was looked at. */
  TestMessage unread() {
    return new TestMessage(octets, MimeStructure.unread(octets.length));
  }

  TestMessage withUid(long number) {
    uid = number;
    return this;
  }

  TestMessage withFlags(MessageFlags all) {
    flags = all;
    return this;
  }

  long octetsRead() {
    return read;
  }

  int timesOpened() {
    return opened;
  }

  @Override
  public long uid() {
    return uid;
  }

  @Override
  public long modseq() {
    return 500;
  }

  @Override
  public MessageFlags flags() {
    return flags;
  }

  @Override
  public Instant internalDate() {
    return CAME;
  }

  @Override
  public long size() {
    return octets.length;
  }

  @Override
  public MimeStructure structure() {
    return structure;
  }

  @Override
  public InputStream open(long offset) {
    opened++;
    ByteArrayInputStream in =
        new ByteArrayInputStream(octets, (int) offset, octets.length - (int) offset);
    return new InputStream() {
      @Override
      public int read() {
        throw new AssertionError("octets are read in pieces");
      }

      @Override
      public int read(byte[] piece, int from, int length) {
        int count = in.read(piece, from, Math.min(length, 1000));
        read += Math.max(0, count);
        return count;
      }
    };
  }
}
