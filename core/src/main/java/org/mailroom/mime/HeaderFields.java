package org.mailroom.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * All fields of a header, one after the other, in constant memory: of a field 64 KiB are kept, of a
 * line 8 KiB. For one thread.
 */
public final class HeaderFields {

  private static final int LONGEST_VALUE = 64 * 1024;

  private final LineInput lines;
  private String name;
  private StringBuilder value = new StringBuilder();
  private boolean ended;

  /** Fields of a header that ends with an empty line, or with the stream. */
  public HeaderFields(InputStream in) {
    this.lines = new LineInput(in);
  }

  /** The next field; empty at the end of the header. */
  public Optional<MimeField> next() throws IOException {
    while (!ended && lines.next() && lines.length() > 0) {
      byte first = lines.octets()[0];
      String line = HeaderReader.text(lines.octets(), 0, lines.length());
      if (first == ' ' || first == '\t') {
        value.append(value.length() < LONGEST_VALUE ? line : "");
      } else {
        Optional<MimeField> before = field();
        begin(line);
        if (before.isPresent()) {
          return before;
        }
      }
    }
    ended = true;
    Optional<MimeField> last = field();
    name = null;
    return last;
  }

  private void begin(String line) {
    int colon = line.indexOf(':');
    name = colon > 0 ? line.substring(0, colon).strip() : null;
    value = new StringBuilder(line.substring(colon + 1));
  }

  private Optional<MimeField> field() {
    return Optional.ofNullable(name).map(n -> new MimeField(n, value.toString()));
  }
}
