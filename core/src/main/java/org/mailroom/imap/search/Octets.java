package org.mailroom.imap.search;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.imap.MessageData;
import org.mailroom.mime.EncodedWords;
import org.mailroom.mime.HeaderFields;
import org.mailroom.mime.MimeField;
import org.mailroom.mime.MimePart;
import org.mailroom.mime.PartText;

/**
 * What is found in the octets of a message. They are read when somebody asks, from the front, as
 * far as the answer needs, for all keys at once, so that nobody reads them again. For one thread.
 */
final class Octets implements AutoCloseable {

  private final MessageData message;
  private final List<SearchKey.OtherField> fields;
  private final Finder texts;
  private final Set<SearchKey.OtherField> found = new HashSet<>();
  private Ranges ranges;
  private boolean bodyIsRead;

  Octets(MessageData message, List<SearchKey> keys) {
    this.message = message;
    this.fields = only(SearchKey.OtherField.class, keys);
    this.texts = new Finder(only(SearchKey.Text.class, keys));
  }

  private static <T> List<T> only(Class<T> type, List<SearchKey> keys) {
    return keys.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** True when the header has such a field. */
  boolean inHeader(SearchKey.OtherField key) throws IOException {
    readHeader();
    return found.contains(key);
  }

  /** True when the text is where it was to be. */
  boolean inMessage(SearchKey.Text key) throws IOException {
    readHeader();
    if (!bodyIsRead && !texts.hasFound(key)) {
      bodyIsRead = true;
      readBody();
    }
    return texts.hasFound(key);
  }

  private void readHeader() throws IOException {
    if (ranges != null) {
      return;
    }
    ranges = new Ranges(message);
    HeaderFields header = header(message.structure().message());
    for (Optional<MimeField> f = header.next(); f.isPresent(); f = header.next()) {
      String value = EncodedWords.decode(f.get().value());
      take(f.get().name(), value);
      texts.readHeader(f.get().name() + ": " + value);
    }
  }

  private void take(String name, String value) {
    for (SearchKey.OtherField each : fields) {
      if (each.name().equals(name) && each.phrase().isIn(value)) {
        found.add(each);
      }
    }
  }

  private void readBody() throws IOException {
    List<MimePart> parts = message.structure().parts();
    for (int i = 0; i < parts.size() && !texts.isDone(); i++) {
      MimePart part = parts.get(i);
      if (i > 0 && isWithinMessage(part, parts.get(i - 1))) {
        readInnerHeader(part);
      }
      boolean isLeaf = i + 1 == parts.size() || parts.get(i + 1).depth() <= part.depth();
      if (isLeaf && isText(part.mediaType())) {
        texts.read(PartText.open(ranges.open(part.bodyStart(), part.bodyEnd()), part));
      }
    }
  }

  private static boolean isWithinMessage(MimePart part, MimePart before) {
    return part.depth() > before.depth() && before.mediaType().equals("message/rfc822");
  }

  private void readInnerHeader(MimePart part) throws IOException {
    HeaderFields header = header(part);
    for (Optional<MimeField> f = header.next(); f.isPresent(); f = header.next()) {
      texts.read(f.get().name() + ": " + EncodedWords.decode(f.get().value()));
    }
  }

  private HeaderFields header(MimePart part) throws IOException {
    InputStream in = ranges.open(part.headerStart(), part.bodyStart());
    return new HeaderFields(in);
  }

  /** What has parts that weren't looked for is text too. */
  private static boolean isText(String mediaType) {
    return mediaType.startsWith("text/")
        || mediaType.startsWith("multipart/")
        || mediaType.equals("message/rfc822");
  }

  @Override
  public void close() throws IOException {
    if (ranges != null) {
      ranges.close();
    }
  }
}
