package org.mailroom.text;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.mailroom.mime.EncodedWords;
import org.mailroom.mime.HeaderFields;
import org.mailroom.mime.MimeField;
import org.mailroom.mime.MimePart;
import org.mailroom.mime.PartText;

/**
 * What a person reads of a message: header fields behind encoded words, and the parts that are
 * text, behind transfer encodings and charsets. It is read once, from the front: the header, then
 * the body. For one thread.
 */
public final class MessageTexts implements AutoCloseable {

  /** Hears of a header. */
  @FunctionalInterface
  public interface Header {
    /** A field of the message's header; the value begins behind the colon. */
    void field(String name, String value);
  }

  /** Hears of a body. */
  public interface Body {
    /** False when no more is wanted. */
    boolean wantsMore();

    /** A field of the header of a message within. */
    void field(String text);

    /** A part. */
    void part(Reader text) throws IOException;
  }

  private final MessageOctets message;
  private final Ranges ranges;

  /** Reads when it is asked. */
  public MessageTexts(MessageOctets message) {
    this.message = message;
    this.ranges = new Ranges(message);
  }

  /** Reads the header. */
  public void readHeader(Header hearer) throws IOException {
    readHeader(message.structure().message(), hearer);
  }

  private void readHeader(MimePart part, Header hearer) throws IOException {
    HeaderFields header = new HeaderFields(ranges.open(part.headerStart(), part.bodyStart()));
    for (Optional<MimeField> f = header.next(); f.isPresent(); f = header.next()) {
      hearer.field(f.get().name(), EncodedWords.decode(f.get().value()));
    }
  }

  /** A field as one text. */
  public static String text(String name, String value) {
    return name + ": " + value;
  }

  /** Reads what is behind the header, as far as it is wanted. */
  public void readBody(Body hearer) throws IOException {
    List<MimePart> parts = message.structure().parts();
    for (int i = 0; i < parts.size() && hearer.wantsMore(); i++) {
      MimePart part = parts.get(i);
      if (i > 0 && isWithinMessage(part, parts.get(i - 1))) {
        readHeader(part, (name, value) -> hearer.field(text(name, value)));
      }
      boolean isLeaf = i + 1 == parts.size() || parts.get(i + 1).depth() <= part.depth();
      if (isLeaf && isText(part.mediaType())) {
        hearer.part(PartText.open(ranges.open(part.bodyStart(), part.bodyEnd()), part));
      }
    }
  }

  private static boolean isWithinMessage(MimePart part, MimePart before) {
    return part.depth() > before.depth() && before.mediaType().equals("message/rfc822");
  }

  /** What has parts that weren't looked for is text too. */
  private static boolean isText(String mediaType) {
    return mediaType.startsWith("text/")
        || mediaType.startsWith("multipart/")
        || mediaType.equals("message/rfc822");
  }

  @Override
  public void close() throws IOException {
    ranges.close();
  }
}
