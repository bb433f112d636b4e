package org.mailroom.text;

import java.io.IOException;
import java.io.Reader;

/** A text that comes in pieces, each folded. For one thread. */
public final class FoldedPieces {

  private static final int PIECE = 8 * 1024;

  private final Reader in;
  private final Folding folding = new Folding();
  private final StringBuilder text = new StringBuilder(2 * PIECE);
  private final char[] piece = new char[PIECE];
  private boolean ended;
  private int unbroken;
  private boolean ambiguous;

  /** Reads as pieces are asked for. */
  public FoldedPieces(Reader in) {
    this.in = in;
  }

  /** A text that came in one piece. */
  public static String fold(String text) {
    return Folding.fold(text);
  }

  /** True when there is another piece. */
  public boolean hasNext() {
    return !ended;
  }

  /** The next piece, of any length. */
  public String next() throws IOException {
    int count = in.read(piece);
    if (count < 0) {
      ended = true;
      return folding.next(text);
    }
    text.append(piece, 0, count);
    look(count);
    int end = Folding.boundary(text, PIECE);
    String folded = folding.next(text.substring(0, end));
    text.delete(0, end);
    return folded;
  }

  private void look(int count) {
    for (int i = 0; i < count; i++) {
      unbroken = Folding.isBoundary(piece[i]) ? 0 : unbroken + 1;
      ambiguous |= unbroken >= PIECE - 1;
    }
  }

  /**
   * True when the text so far may have been cut at a place that is no boundary: read in other
   * pieces, it may become another text.
   */
  public boolean isAmbiguous() {
    return ambiguous;
  }
}
