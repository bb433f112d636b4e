package org.mailroom.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Some fields of a message's own header, and where they stand.
 *
 * @param fields in their order
 */
public record TopHeader(List<Span> fields) {

  /** As in {@link HeaderReader}; nobody's header has more of a kind. */
  private static final int MOST = 1000;

  /**
   * A field.
   *
   * @param name in lower case
   * @param value its first line, without spaces around it
   * @param start offset of its first octet
   * @param end offset behind its last line
   */
  public record Span(String name, String value, long start, long end) {}

  /** Takes a copy. */
  public TopHeader {
    fields = List.copyOf(fields);
  }

  /**
   * Reads the header of a message, and nothing behind it.
   *
   * @param names of fields, in lower case
   * @throws IOException when it can't be read
   */
  public static TopHeader read(InputStream in, Set<String> names) throws IOException {
    List<Span> fields = new ArrayList<>();
    LineInput lines = new LineInput(in);
    Span open = null;
    while (lines.next() && lines.length() > 0 && fields.size() < MOST) {
      byte first = lines.octets()[0];
      if (first == ' ' || first == '\t') {
        open = open == null ? null : new Span(open.name(), open.value(), open.start(), lines.end());
      } else {
        if (open != null) {
          fields.add(open);
        }
        open = field(lines, names);
      }
    }
    if (open != null) {
      fields.add(open);
    }
    return new TopHeader(fields);
  }

  /** The fields of this name. */
  public List<Span> all(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).toList();
  }

  private static Span field(LineInput line, Set<String> names) {
    String text = new String(line.octets(), 0, line.length(), StandardCharsets.UTF_8);
    int colon = text.indexOf(':');
    String name = colon < 0 ? "" : text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    return names.contains(name)
        ? new Span(name, text.substring(colon + 1).strip(), line.start(), line.end())
        : null;
  }
}
