package org.mailroom.imap.fetch;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.imap.grammar.ResponseWriter;

/**
 * A section of a message (RFC 9051, 6.4.5.1); {@link SectionReader} reads it.
 *
 * <pre>
 * section      = "[" [section-spec] "]"
 * section-spec = section-msgtext / (section-part ["." section-text])
 * section-part = nz-number *("." nz-number)
 * header-list  = "(" header-fld-name *(SP header-fld-name) ")"
 * </pre>
 *
 * @param path numbers of parts, the outermost first; empty for the message
 * @param fields names as the client sent them; empty when the text has none
 */
record Section(List<Long> path, SectionText text, List<String> fields) {

  /** The message. */
  static final Section WHOLE = new Section(List.of(), SectionText.ALL, List.of());

  /** The header of the message. */
  static final Section HEADER = new Section(List.of(), SectionText.HEADER, List.of());

  /** The body of the message. */
  static final Section TEXT = new Section(List.of(), SectionText.TEXT, List.of());

  Section {
    path = List.copyOf(path);
    fields = List.copyOf(fields);
  }

  /** Where it is; of picked header fields, where that header is. Empty when there is none. */
  Optional<Range> find(FetchedMessage message) {
    if (path.isEmpty() && text == SectionText.ALL) {
      return Optional.of(new Range(0, message.data().size()));
    }
    Optional<BodyPart> part = message.body().at(path);
    Optional<BodyPart> contained =
        path.isEmpty() ? part : part.filter(BodyPart::isMessage).map(BodyPart::contained);
    Optional<Range> range =
        switch (text) {
          case ALL -> part.map(BodyPart::bodyRange);
          case MIME -> part.map(BodyPart::headerRange);
          case TEXT -> contained.map(BodyPart::bodyRange);
          case HEADER, HEADER_FIELDS, HEADER_FIELDS_NOT -> contained.map(BodyPart::headerRange);
        };
    return range.map(found -> found.within(message.data().size()));
  }

  /** True for fields of the message's own header. */
  boolean isPickedFromMessage() {
    return path.isEmpty() && text == SectionText.HEADER_FIELDS;
  }

  /** The names of its fields, in lower case. */
  Set<String> names() {
    return fields.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** Writes it as the client named it. */
  void write(ResponseWriter out) throws IOException {
    String numbers = path.stream().map(String::valueOf).collect(Collectors.joining("."));
    String dot = path.isEmpty() || text == SectionText.ALL ? "" : ".";
    out.text("[").text(numbers + dot + text.text());
    if (text.hasFields()) {
      String before = " (";
      for (String field : fields) {
        out.text(before);
        writeAstring(field, out);
        before = " ";
      }
      out.text(")");
    }
    out.text("]");
  }

  private static void writeAstring(String text, ResponseWriter out) throws IOException {
    boolean isAtom =
        !text.isEmpty()
            && text.chars().allMatch(c -> c > ' ' && c < 0x7F && "(){%*\"\\".indexOf(c) < 0);
    if (isAtom) {
      out.text(text);
    } else {
      out.string(text);
    }
  }
}
