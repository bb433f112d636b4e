package org.mailroom.mime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One part of a message; the first is the message itself. Offsets count octets from the first of
 * the message.
 *
 * @param depth 0 for the message
 * @param headerStart its first octet
 * @param bodyStart behind the empty line that ends its header
 * @param bodyEnd behind its last octet; the line end in front of a boundary belongs to that
 * @param lines of its body
 * @param fields those that tell of the part (Content-*), and of a message those of its envelope; a
 *     part of a digest that has no Content-Type gets that of a message
 */
public record MimePart(
    int depth, long headerStart, long bodyStart, long bodyEnd, long lines, List<MimeField> fields) {

  private static final Pattern TYPE = Pattern.compile("[^\\s/]+/[^\\s/]+");

  /** Refuses a part that ends before it begins. */
  public MimePart {
    if (depth < 0 || headerStart < 0 || bodyStart < headerStart || bodyEnd < bodyStart) {
      throw new IllegalArgumentException("A part begins before it ends");
    }
    fields = List.copyOf(fields);
  }

  /** The value of the first field of this name. */
  public Optional<String> field(String name) {
    for (MimeField field : fields) {
      if (field.name().equals(name)) {
        return Optional.of(field.value());
      }
    }
    return Optional.empty();
  }

  /** Its media type in lower case, such as {@code text/plain}, which it is when it has none. */
  public String mediaType() {
    String value = field("content-type").orElse("text/plain");
    int semicolon = value.indexOf(';');
    String type = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    return TYPE.matcher(type).matches() ? type.toLowerCase(Locale.ROOT) : "text/plain";
  }
}
