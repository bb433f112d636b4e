package org.mailroom.imap.fetch;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.Wanted.Detail;
import org.mailroom.imap.grammar.ResponseWriter;

/**
 * How many octets a {@link BinarySection} has (RFC 9051, 6.4.5; RFC 3516, 4.2); 0 when there is no
 * such part.
 *
 * <pre>
 * fetch-att      = "BINARY.SIZE" section-binary
 * msg-att-static = "BINARY.SIZE" section-binary SP number64
 * </pre>
 */
record BinarySize(Section section) implements FetchItem {

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
    Optional<DecodedPart> part = DecodedPart.find(message, section);
    long size = part.isPresent() ? part.get().size() : 0;
    out.text("BINARY.SIZE");
    section.write(out);
    out.text(" ").number(size);
  }
}
