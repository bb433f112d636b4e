package org.mailroom.imap.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.mailroom.imap.FetchTexts;
import org.mailroom.imap.grammar.ResponseWriter;
import org.mailroom.mime.MimeStructure;

/** Writes what FETCH says of structures, for those who keep it. */
public final class FetchTextWriter {

  private FetchTextWriter() {}

  /** Those of a message; empty when they depend on what a client understands, or are long. */
  public static Optional<FetchTexts> texts(MimeStructure structure) {
    Optional<byte[]> envelope = text(out -> EnvelopeText.write(structure.message(), out));
    Optional<byte[]> body =
        text(out -> new BodyStructureText(out, true).write(BodyPart.of(structure)));
    return envelope.flatMap(one -> body.map(other -> new FetchTexts(one, other)));
  }

  @FunctionalInterface
  private interface Writing {
    void to(ResponseWriter out) throws IOException;
  }

  private static Optional<byte[]> text(Writing writing) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(512);
    ResponseWriter out = new ResponseWriter(octets);
    try {
      writing.to(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    byte[] text = octets.toByteArray();
    return text.length <= FetchTexts.LONGEST && isPlain(text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static boolean isPlain(byte[] text) {
    for (byte octet : text) {
      if (octet <= 0) {
        return false;
      }
    }
    return true;
  }
}
