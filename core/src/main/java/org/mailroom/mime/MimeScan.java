package org.mailroom.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/** One reading of a message, line by line. Open parts are on a stack, the innermost on top. */
final class MimeScan {

  private static final int LINES_BETWEEN_LOOKS = 1000;
  private static final long MOST_HEADER_OCTETS = 1 << 20;

  private final LineInput in;
  private final MimeBudget budget;
  private final LongSupplier nanoTime;
  private final long began;
  private final Deque<OpenPart> open = new ArrayDeque<>();
  private final List<MimePart> parts = new ArrayList<>();
  private final WrittenHeader header = new WrittenHeader();
  private boolean exceeded;
  private long textEnd;
  private long headerOctets;

  MimeScan(InputStream in, MimeBudget budget, LongSupplier nanoTime) {
    this.in = new LineInput(in);
    this.budget = budget;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
  }

  MimeStructure run() throws IOException {
    begin(0, OpenPart::message);
    int lines = 0;
    while (in.next()) {
      take();
      textEnd = in.textEnd();
      lines++;
      if (lines % LINES_BETWEEN_LOOKS == 0 && tooLate()) {
        giveUp();
      }
    }
    while (!open.isEmpty()) {
      end(open.pop(), in.end());
    }
    MimeStructure structure = new MimeStructure(parts, false);
    return exceeded || isTooLong(structure) ? structure.asOpaque() : structure;
  }

  /** The header of the message, once it was read. */
  WrittenHeader header() {
    return header;
  }

  private void take() {
    if (!exceeded && startsLikeBoundary() && isBoundary()) {
      return;
    }
    OpenPart part = open.peek();
    if (!part.isInHeader()) {
      open.forEach(OpenPart::bodyLine);
    } else if (in.length() == 0) {
      headerEnds(part, in.end());
    } else {
      part.headerLine(in.octets(), in.length());
      if (part.index() == 0) {
        header.line(in);
      }
      headerOctets += in.length();
      if (headerOctets > MOST_HEADER_OCTETS) {
        giveUp();
      }
      bodyLineOfOuter(part);
    }
  }

  private void headerEnds(OpenPart part, long at) {
    bodyLineOfOuter(part);
    part.headerEnds(at);
    if (part.mediaType().equals(OpenPart.MESSAGE)) {
      begin(at, OpenPart::message);
    }
  }

  private void bodyLineOfOuter(OpenPart part) {
    for (OpenPart each : open) {
      if (each != part) {
        each.bodyLine();
      }
    }
  }

  private boolean startsLikeBoundary() {
    return in.length() > 2 && in.octets()[0] == '-' && in.octets()[1] == '-';
  }

  /** The innermost part whose boundary it is; those within it have ended. */
  private boolean isBoundary() {
    OpenPart divided = null;
    int kind = 0;
    for (OpenPart each : open) {
      kind = each.boundaryIn(in.octets(), in.length());
      if (kind != 0) {
        divided = each;
        break;
      }
    }
    if (divided == null) {
      return false;
    }
    while (open.peek() != divided) {
      end(open.pop(), textEnd);
    }
    open.forEach(OpenPart::bodyLine);
    if (kind == 1) {
      boolean inDigest = divided.mediaType().equals("multipart/digest");
      begin(in.end(), (index, depth, start) -> OpenPart.part(index, depth, start, inDigest));
    } else {
      divided.lastPartEnded();
    }
    return true;
  }

  /** Makes a part that begins. */
  @FunctionalInterface
  private interface Beginning {
    OpenPart part(int index, int depth, long headerStart);
  }

  private void begin(long at, Beginning beginning) {
    int depth = open.size();
    if (exceeded || depth > budget.depth() || parts.size() >= budget.parts()) {
      giveUp();
      return;
    }
    open.push(beginning.part(parts.size(), depth, at));
    parts.add(null);
  }

  private void end(OpenPart part, long at) {
    if (part.isInHeader()) {
      part.headerEnds(at);
    }
    parts.set(part.index(), part.part(at));
  }

  /** Few are worth the writing. */
  private boolean isTooLong(MimeStructure structure) {
    long atMost = headerOctets + 100L * parts.size();
    return atMost > StructureText.LONGEST
        && StructureText.of(structure).toString().length() > StructureText.LONGEST;
  }

  private boolean tooLate() {
    return nanoTime.getAsLong() - began > budget.time().toNanos();
  }

  /** The rest is read for its length only. */
  private void giveUp() {
    exceeded = true;
    while (open.size() > 1) {
      end(open.pop(), in.end());
    }
  }
}
