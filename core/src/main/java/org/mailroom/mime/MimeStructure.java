package org.mailroom.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A message and its parts, in their order; a part is followed by the parts within it. Its text form
 * is kept in databases: a line with five numbers for each part, depth and offsets, then a line for
 * each field, {@code name:value}.
 *
 * @param parts the message first
 * @param opaque true when the message exceeded a limit, so that nothing was looked for in it
 */
public record MimeStructure(List<MimePart> parts, boolean opaque) {

  /** Characters of the text form; an opaque one is shorter. */
  public static final int LONGEST_TEXT = 1_000_000;

  private static final String OPAQUE = "opaque";

  /** Refuses what is no message. */
  public MimeStructure {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || parts.get(0).depth() != 0) {
      throw new IllegalArgumentException("A structure begins with the message itself");
    }
  }

  /**
   * Reads a message to its end, whatever it contains. Of one that exceeds the budget only the
   * header is known.
   *
   * @param nanoTime a clock that never jumps
   * @throws IOException when it can't be read
   */
  public static MimeStructure read(InputStream in, MimeBudget budget, LongSupplier nanoTime)
      throws IOException {
    return new MimeScan(in, budget, nanoTime).run();
  }

  /** The message. */
  public MimePart message() {
    return parts.get(0);
  }

  /** True when a structure has the fields of this name, in lower case, of a message's header. */
  public static boolean keeps(String field) {
    return HeaderReader.isKeptOfMessages(field);
  }

  /** Of a message of which only the size in octets is known. */
  public static MimeStructure unread(long size) {
    return new MimeStructure(List.of(new MimePart(0, 0, 0, size, 0, List.of())), true);
  }

  /**
   * The same behind so many octets of further fields, which stand in front of the message: its
   * header begins with them, and all offsets count from their first.
   */
  public MimeStructure after(long octets) {
    List<MimePart> moved = new ArrayList<>(parts.size());
    for (MimePart part : parts) {
      moved.add(
          new MimePart(
              part.depth(),
              moved.isEmpty() ? 0 : part.headerStart() + octets,
              part.bodyStart() + octets,
              part.bodyEnd() + octets,
              part.lines(),
              part.fields()));
    }
    return new MimeStructure(moved, opaque);
  }

  /** The message alone. */
  MimeStructure asOpaque() {
    return new MimeStructure(parts.subList(0, 1), true);
  }

  /** The text form; lines end with LF. */
  public String toText() {
    StringBuilder text = new StringBuilder(256);
    if (opaque) {
      text.append(OPAQUE).append('\n');
    }
    for (MimePart part : parts) {
      text.append(part.depth()).append(' ').append(part.headerStart()).append(' ');
      text.append(part.bodyStart()).append(' ').append(part.bodyEnd()).append(' ');
      text.append(part.lines()).append('\n');
      part.fields().forEach(f -> text.append(f.name()).append(':').append(f.value()).append('\n'));
    }
    return text.toString();
  }

  /**
   * Reads what {@link #toText} wrote.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static MimeStructure parse(String text) {
    List<MimePart> parts = new ArrayList<>();
    List<MimeField> fields = new ArrayList<>();
    long[] numbers = null;
    boolean opaque = text.startsWith(OPAQUE + "\n");
    int start = opaque ? OPAQUE.length() + 1 : 0;
    while (start < text.length()) {
      int found = text.indexOf('\n', start);
      int end = found < 0 ? text.length() : found;
      int colon = text.indexOf(':', start);
      if (colon >= 0 && colon < end) {
        fields.add(new MimeField(text.substring(start, colon), text.substring(colon + 1, end)));
      } else if (end > start) {
        add(parts, numbers, fields);
        fields = new ArrayList<>();
        numbers = numbers(text, start, end);
      }
      start = end + 1;
    }
    add(parts, numbers, fields);
    return new MimeStructure(parts, opaque);
  }

  private static void add(List<MimePart> parts, long[] n, List<MimeField> fields) {
    if (n != null) {
      parts.add(new MimePart((int) n[0], n[1], n[2], n[3], n[4], fields));
    }
  }

  private static long[] numbers(String text, int start, int end) {
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
}
