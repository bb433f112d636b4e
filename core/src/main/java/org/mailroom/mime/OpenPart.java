package org.mailroom.mime;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A part whose end has not been read. */
final class OpenPart {

  /** The type of what contains a message. */
  static final String MESSAGE = "message/rfc822";

  private static final String TYPE = "content-type";

  private final int index;
  private final int depth;
  private final long headerStart;
  private final HeaderReader header;
  private final boolean inDigest;
  private List<MimeField> fields = List.of();
  private long bodyStart = -1;
  private long lines;
  private byte[] boundary;

  private OpenPart(int index, int depth, long headerStart, HeaderReader header, boolean inDigest) {
    this.index = index;
    this.depth = depth;
    this.headerStart = headerStart;
    this.header = header;
    this.inDigest = inDigest;
  }

  /** A message, also within a part. */
  static OpenPart message(int index, int depth, long headerStart) {
    return new OpenPart(index, depth, headerStart, new HeaderReader(true), false);
  }

  /** A part of a multipart. */
  static OpenPart part(int index, int depth, long headerStart, boolean inDigest) {
    return new OpenPart(index, depth, headerStart, new HeaderReader(false), inDigest);
  }

  /** Its place among all parts. */
  int index() {
    return index;
  }

  int depth() {
    return depth;
  }

  boolean isInHeader() {
    return bodyStart < 0;
  }

  void headerLine(byte[] octets, int length) {
    header.line(octets, length);
  }

  void headerEnds(long at) {
    fields = withType(header.fields());
    bodyStart = Math.max(headerStart, at);
    if (mediaType().startsWith("multipart/")) {
      part(at)
          .field(TYPE)
          .flatMap(type -> ContentTypeParameters.find(type, "boundary"))
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> boundary = ("--" + text).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A part of a digest that has no type is a message (RFC 2046, 5.1.5). */
  private List<MimeField> withType(List<MimeField> found) {
    if (!inDigest || found.stream().anyMatch(field -> field.name().equals(TYPE))) {
      return found;
    }
    return Stream.concat(found.stream(), Stream.of(new MimeField(TYPE, MESSAGE))).toList();
  }

  String mediaType() {
    return part(bodyStart).mediaType();
  }

  void bodyLine() {
    lines++;
  }

  /** No part of it begins any more: what follows is an epilogue. */
  void lastPartEnded() {
    boundary = null;
  }

  /** 0 when the line is no boundary of this part, 1 when it divides, 2 when it ends the last. */
  int boundaryIn(byte[] line, int length) {
    if (boundary == null || length < boundary.length) {
      return 0;
    }
    for (int i = 0; i < boundary.length; i++) {
      if (line[i] != boundary[i]) {
        return 0;
      }
    }
    int at = boundary.length;
    boolean last = length >= at + 2 && line[at] == '-' && line[at + 1] == '-';
    for (int i = last ? at + 2 : at; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t') {
        return 0;
      }
    }
    return last ? 2 : 1;
  }

  /**
   * The part, ending here. The line end in front of a boundary is the boundary's: of a part without
   * a line of its own it is that of the boundary before, and the part is empty.
   */
  MimePart part(long at) {
    long end = Math.max(headerStart, at);
    long start = bodyStart < 0 ? end : bodyStart;
    return new MimePart(depth, headerStart, start, Math.max(start, end), lines, fields);
  }
}
