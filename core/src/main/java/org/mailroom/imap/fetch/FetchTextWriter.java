package org.mailroom.imap.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mailroom.imap.FetchTexts;
import org.mailroom.imap.grammar.ResponseWriter;
import org.mailroom.mime.MimeStructure;

/** Writes what FETCH says of structures, for those who keep it. */
public final class FetchTextWriter {

  private FetchTextWriter() {}

  /** Those of a message; empty when they depend on what a client understands, or are long. */
  public static Optional<FetchTexts> texts(MimeStructure structure) {
    Optional<String> envelope = text(out -> EnvelopeText.write(structure.message(), out));
    Optional<String> body =
        text(out -> new BodyStructureText(out, true).write(BodyPart.of(structure)));
    return envelope.flatMap(one -> body.map(other -> new FetchTexts(one, other)));
  }

  @FunctionalInterface
  private interface Writing {
    void to(ResponseWriter out) throws IOException;
  }

  private static Optional<String> text(Writing writing) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(512);
    ResponseWriter out = new ResponseWriter(octets);
    try {
      writing.to(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    String text = octets.toString(StandardCharsets.UTF_8);
    boolean isPlain =
        text.length() <= FetchTexts.LONGEST && text.chars().allMatch(c -> c != 0 && c < 0x80);
    return isPlain ? Optional.of(text) : Optional.empty();
  }
}
