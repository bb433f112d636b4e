package org.mailroom.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A {@link MimeStructure} as a text, as databases keep it, and what can be said of it without that
 * all is read.
 *
 * <pre>
 * text  = ["opaque" LF / "written" *(SP name) LF] 1*part
 * part  = depth SP header-start SP body-start SP body-end SP lines LF *(field LF)
 * field = name ":" value
 * </pre>
 *
 * <p>Behind "written" the fields of the message are as its header has them, with CR for each line
 * end within; the names are those of all its other fields, in lower case. A value.
 */
public final class StructureText {

  /** Characters of one; an opaque one is shorter. */
  static final int LONGEST = 1_000_000;

  private static final String LINE_END = "\r\n";
  private static final String FOLD = WrittenHeader.FOLD;

  private final String text;

  private StructureText(String text) {
    this.text = text;
  }

  /** One that was kept; what is none is found when it is parsed. */
  public static StructureText kept(String text) {
    return new StructureText(text);
  }

  /** That of a structure. */
  public static StructureText of(MimeStructure structure) {
    return new StructureText(StructureWriter.write(structure));
  }

  /**
   * The structure.
   *
   * @throws IllegalArgumentException when this is the text of none
   */
  public MimeStructure parse() {
    List<MimePart> parts = new ArrayList<>();
    List<MimeField> fields = new ArrayList<>();
    long[] numbers = null;
    int start = firstPart();
    while (start < text.length()) {
      int end = lineEnd(start);
      int colon = text.indexOf(':', start);
      if (colon >= 0 && colon < end) {
        fields.add(field(start, colon, end));
      } else if (end > start) {
        add(parts, numbers, fields);
        fields = new ArrayList<>();
        numbers = numbers(start, end);
      }
      start = end + 1;
    }
    add(parts, numbers, fields);
    return new MimeStructure(parts, text.startsWith(StructureWriter.OPAQUE));
  }

  private static void add(List<MimePart> parts, long[] n, List<MimeField> fields) {
    if (n != null) {
      parts.add(new MimePart((int) n[0], n[1], n[2], n[3], n[4], fields));
    }
  }

  private long[] numbers(int start, int end) {
    long[] numbers = new long[5];
    int from = start;
    for (int i = 0; i < numbers.length; i++) {
      int space = text.indexOf(' ', from);
      int to = space < 0 || space > end ? end : space;
      if (from > end || i == numbers.length - 1 && to != end) {
        throw new IllegalArgumentException("A part is five numbers");
      }
      numbers[i] = Long.parseLong(text, from, to, 10);
      from = to + 1;
    }
    return numbers;
  }

  /** The values of the fields of this name, in lower case, in the header of the message. */
  public List<String> values(String name) {
    List<String> values = new ArrayList<>(1);
    int start = lineEnd(firstPart()) + 1;
    while (start < text.length()) {
      int end = lineEnd(start);
      int colon = text.indexOf(':', start);
      if (colon < 0 || colon >= end) {
        break;
      }
      if (isNamed(name, start, colon)) {
        values.add(field(start, colon, end).value());
      }
      start = end + 1;
    }
    return values;
  }

  /** True when {@link #header} can tell of the fields of these names, in lower case. */
  public boolean tells(Set<String> names) {
    if (!text.startsWith(StructureWriter.WRITTEN)) {
      return false;
    }
    String others = text.substring(StructureWriter.WRITTEN.length(), lineEnd(0)) + " ";
    return names.stream()
        .allMatch(
            name ->
                HeaderReader.isKeptOfMessages(name)
                    || !name.isEmpty() && !others.contains(" " + name + " "));
  }

  /**
   * The fields of these names, in lower case, as they stand in the header of the message, and an
   * empty line. Only where {@link #tells} is true.
   */
  public byte[] header(Set<String> names) {
    ByteArrayOutputStream picked = new ByteArrayOutputStream(256);
    int start = lineEnd(firstPart()) + 1;
    while (start < text.length()) {
      int end = lineEnd(start);
      int colon = text.indexOf(':', start);
      if (colon < 0 || colon >= end) {
        break;
      }
      if (names.contains(text.substring(start, colon).strip().toLowerCase(Locale.ROOT))) {
        picked.writeBytes(octets(text.substring(start, end).replace(FOLD, LINE_END)));
        picked.writeBytes(octets(LINE_END));
      }
      start = end + 1;
    }
    picked.writeBytes(octets(LINE_END));
    return picked.toByteArray();
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private boolean isNamed(String name, int start, int colon) {
    return text.regionMatches(true, start, name, 0, name.length())
        && text.substring(start + name.length(), colon).isBlank();
  }

  private MimeField field(int start, int colon, int end) {
    String value = text.substring(colon + 1, end);
    return new MimeField(text.substring(start, colon).strip(), value.replace(FOLD, ""));
  }

  private int firstPart() {
    return text.startsWith(StructureWriter.OPAQUE) || text.startsWith(StructureWriter.WRITTEN)
        ? lineEnd(0) + 1
        : 0;
  }

  private int lineEnd(int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }

  /** The text. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StructureText that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
