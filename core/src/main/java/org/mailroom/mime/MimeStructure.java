package org.mailroom.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A message and its parts, in their order; a part is followed by the parts within it. Its text
 * form, {@link StructureText}, is kept in databases.
 *
 * @param parts the message first
 * @param opaque true when the message exceeded a limit, so that nothing was looked for in it
 */
public record MimeStructure(List<MimePart> parts, boolean opaque) {

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
    if (octets == 0) {
      return this;
    }
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
}
