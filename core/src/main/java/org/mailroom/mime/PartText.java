package org.mailroom.mime;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a part, behind its transfer encoding and its charset. */
public final class PartText {

  private PartText() {}

  /**
   * Reads it, whatever it contains: what is malformed becomes U+FFFD.
   *
   * @param body its octets as they are in the message
   */
  public static Reader open(InputStream body, MimePart part) {
    return new InputStreamReader(TransferDecoding.of(body, part), charset(part));
  }

  /** Of a part that names none it is UTF-8; of one that names one nobody knows, ISO 8859-1. */
  static Charset charset(MimePart part) {
    return part.field("content-type")
        .flatMap(type -> ContentTypeParameters.find(type, "charset"))
        .map(name -> MailCharsets.named(name).orElse(StandardCharsets.ISO_8859_1))
        .orElse(StandardCharsets.UTF_8);
  }
}
