package org.mailroom.mime;

import java.util.List;

/** Writes the text form of structures; {@link StructureText} has its grammar. */
final class StructureWriter {

  /** Begins the text of an opaque structure. */
  static final String OPAQUE = "opaque\n";

  /** Begins the text of one with the fields of the message as they are written. */
  static final String WRITTEN = "written";

  private StructureWriter() {}

  static String write(MimeStructure structure) {
    StringBuilder text = new StringBuilder(256).append(structure.opaque() ? OPAQUE : "");
    structure.parts().forEach(part -> append(part, text));
    return text.toString();
  }

  /**
   * The same with fields as they are written.
   *
   * @param fields of the message that are kept
   * @param others names of all others
   */
  static String write(MimeStructure structure, List<String> fields, Iterable<String> others) {
    StringBuilder text = new StringBuilder(512).append(WRITTEN);
    others.forEach(name -> text.append(' ').append(name));
    appendNumbers(structure.message(), text.append('\n'));
    fields.forEach(field -> text.append(field).append('\n'));
    structure.parts().stream().skip(1).forEach(part -> append(part, text));
    return text.toString();
  }

  private static void append(MimePart part, StringBuilder text) {
    appendNumbers(part, text);
    part.fields().forEach(f -> text.append(f.name()).append(':').append(f.value()).append('\n'));
  }

  private static void appendNumbers(MimePart part, StringBuilder text) {
    text.append(part.depth()).append(' ').append(part.headerStart()).append(' ');
    text.append(part.bodyStart()).append(' ').append(part.bodyEnd()).append(' ');
    text.append(part.lines()).append('\n');
  }
}
