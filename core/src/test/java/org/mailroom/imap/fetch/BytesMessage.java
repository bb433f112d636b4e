package org.mailroom.imap.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.mailroom.imap.MessageData;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.LiteralSource;
import org.mailroom.imap.grammar.ResponseWriter;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.SystemFlag;
import org.mailroom.mime.MimeBudget;
import org.mailroom.mime.MimeStructure;

/** A message in memory, and what FETCH tells of it. Text is an octet for each character. */
final class BytesMessage implements MessageData {

  private static final MimeBudget BUDGET = new MimeBudget(100, 10_000, Duration.ofHours(1));

  private final byte[] octets;
  private final MimeStructure structure;

  BytesMessage(byte[] octets, MimeStructure structure) {
    this.octets = octets.clone();
    this.structure = structure;
  }

  /** A message with line ends of the mail. */
  static BytesMessage of(String... lines) {
    return ofText(String.join("\r\n", lines));
  }

  static BytesMessage ofText(String text) {
    return of(text.getBytes(StandardCharsets.ISO_8859_1), BUDGET);
  }

  static BytesMessage of(byte[] octets, MimeBudget budget) {
    try {
      InputStream in = new ByteArrayInputStream(octets);
      return new BytesMessage(octets, MimeStructure.read(in, budget, () -> 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FetchItems items(String line) throws IOException, ImapSyntaxException {
    Arguments arguments = new Arguments(line, new NoLiterals());
    FetchItems items = FetchItems.read(arguments);
    arguments.end();
    return items;
  }

  /** What is told, without the parentheses around it. */
  String fetch(String items) throws IOException, ImapSyntaxException, FetchException {
    return fetch(items(items));
  }

  String fetch(FetchItems items) throws IOException, FetchException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResponseWriter writer = new ResponseWriter(out);
    items.write(this, writer);
    writer.flush();
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  byte[] octets() {
    return octets.clone();
  }

  String text() {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  @Override
  public long uid() {
    return 4711;
  }

  @Override
  public long modseq() {
    return 624_140_003L;
  }

  @Override
  public MessageFlags flags() {
    return new MessageFlags(SystemFlag.SEEN.bit(), Set.of("$Junk"));
  }

  @Override
  public Instant internalDate() {
    return Instant.parse("1996-07-17T09:44:25Z");
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
    return new ByteArrayInputStream(octets, (int) offset, octets.length - (int) offset);
  }

  private static final class NoLiterals implements LiteralSource {

    @Override
    public InputStream open(long size, boolean waits) {
      return InputStream.nullInputStream();
    }

    @Override
    public String nextLine() throws IOException {
      throw new IOException("There is no line");
    }

    @Override
    public int literalLimit() {
      return 0;
    }
  }
}
