package org.mailroom.mime;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A part whose end has not been read. */
final class OpenPart {

  private final int index;
  private final int depth;
  private final long headerStart;
  private final HeaderReader header;
  private List<MimeField> fields = List.of();
  private long bodyStart = -1;
  private long lines;
  private byte[] boundary;

  OpenPart(int index, int depth, long headerStart, boolean isMessage) {
    this.index = index;
    this.depth = depth;
    this.headerStart = headerStart;
    this.header = new HeaderReader(isMessage);
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
    fields = header.fields();
    bodyStart = Math.max(headerStart, at);
    if (mediaType().startsWith("multipart/")) {
      part(at)
          .field("content-type")
          .flatMap(type -> ContentTypeParameters.find(type, "boundary"))
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> boundary = ("--" + text).getBytes(StandardCharsets.UTF_8));
    }
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
