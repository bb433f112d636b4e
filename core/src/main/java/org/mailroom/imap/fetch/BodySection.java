package org.mailroom.imap.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.Wanted.Detail;
import org.mailroom.imap.grammar.ResponseWriter;

/**
 * Octets of a message as they are (RFC 9051, 6.4.5; RFC 3501, 6.4.5).
 *
 * <pre>
 * fetch-att      = "RFC822" [".HEADER" / ".TEXT"] / "BODY" [".PEEK"] section [partial]
 * msg-att-static = "RFC822" [".HEADER" / ".TEXT"] SP nstring /
 *                  "BODY" section ["&lt;" number "&gt;"] SP nstring
 * </pre>
 *
 * @param oldName that of an item without brackets
 */
record BodySection(Optional<String> oldName, Section section, Partial partial, boolean setsSeen)
    implements FetchItem {

  @Override
  public Wanted wanted() {
    return section.isPickedFromMessage()
        ? Wanted.header(section.names())
        : Wanted.of(Detail.OCTETS);
  }

  @Override
  public void write(FetchedMessage message, ResponseWriter out) throws IOException {
    if (oldName.isPresent()) {
      out.text(oldName.get());
    } else {
      out.text("BODY");
      section.write(out);
      out.text(partial.text());
    }
    out.text(" ");
    Optional<byte[]> known =
        section.isPickedFromMessage() ? message.data().header(section.names()) : Optional.empty();
    if (known.isPresent()) {
      writePiece(known.get(), out);
      return;
    }
    Optional<Range> range = section.find(message);
    if (range.isEmpty()) {
      out.nil();
    } else if (section.text().hasFields()) {
      writeFields(message, range.get(), out);
    } else {
      writeRange(message, range.get(), out);
    }
  }

  private void writeRange(FetchedMessage message, Range all, ResponseWriter out)
      throws IOException {
    Range piece = partial.of(all.length());
    long start = all.start() + piece.start();
    try (InputStream in = message.open(new Range(start, start + piece.length()))) {
      out.literal(piece.length(), in);
    }
  }

  private void writeFields(FetchedMessage message, Range header, ResponseWriter out)
      throws IOException {
    byte[] picked;
    try (InputStream in = message.open(header)) {
      picked = HeaderFilter.of(section).filter(in);
    }
    writePiece(picked, out);
  }

  private void writePiece(byte[] picked, ResponseWriter out) throws IOException {
    Range piece = partial.of(picked.length);
    InputStream in = new ByteArrayInputStream(picked, (int) piece.start(), (int) piece.length());
    out.literal(piece.length(), in);
  }
}
