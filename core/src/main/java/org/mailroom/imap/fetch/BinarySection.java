package org.mailroom.imap.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.Wanted.Detail;
import org.mailroom.imap.grammar.ResponseWriter;

/**
 * Octets of a part without its Content-Transfer-Encoding (RFC 9051, 6.4.5; RFC 3516, 4.2). It is
 * decoded twice, for its size and for the client, rather than held.
 *
 * <pre>
 * fetch-att      = "BINARY" [".PEEK"] section-binary [partial]
 * msg-att-static = "BINARY" section-binary ["&lt;" number "&gt;"] SP (nstring / literal8)
 * </pre>
 */
record BinarySection(Section section, Partial partial, boolean setsSeen) implements FetchItem {

  @Override
  public Wanted wanted() {
    return Wanted.of(Detail.OCTETS);
  }

  @Override
  public void check(FetchedMessage message) throws FetchException {
    DecodedPart.check(message, section);
  }

  @Override
  public void write(FetchedMessage message, ResponseWriter out) throws IOException {
    out.text("BINARY");
    section.write(out);
    out.text(partial.text()).text(" ");
    Optional<DecodedPart> part = DecodedPart.find(message, section);
    if (part.isEmpty()) {
      out.nil();
      return;
    }
    Range piece = partial.of(part.get().size());
    try (InputStream in = part.get().open()) {
      in.skipNBytes(piece.start());
      out.text("~").literal(piece.length(), in);
    }
  }
}
