package org.mailroom.imap.search;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.imap.search.SearchKey.Text;
import org.mailroom.text.FoldedPieces;
import org.mailroom.text.MessageTexts;

/**
 * Looks for texts in a text that comes in pieces, also where they are in more than one piece; those
 * that were found are not looked for any more. For one thread.
 */
final class Finder implements MessageTexts.Body {

  private final List<Text> wanted;
  private final Map<Text, Integer> matched = new HashMap<>();

  Finder(List<Text> wanted) {
    this.wanted = new ArrayList<>(wanted);
  }

  @Override
  public boolean wantsMore() {
    return !wanted.isEmpty();
  }

  /** True when it was found. */
  boolean hasFound(Text text) {
    return !wanted.contains(text);
  }

  /** Texts are not looked for across texts. */
  @Override
  public void part(Reader text) throws IOException {
    matched.clear();
    FoldedPieces pieces = new FoldedPieces(text);
    while (pieces.hasNext() && wantsMore()) {
      take(pieces.next(), true);
    }
  }

  @Override
  public void field(String text) {
    matched.clear();
    take(FoldedPieces.fold(text), true);
  }

  /** Reads a field of the message's header. */
  void readHeader(String text) {
    matched.clear();
    take(FoldedPieces.fold(text), false);
  }

  private void take(String folded, boolean inBody) {
    wanted.removeIf(
        text -> {
          if (!inBody && !text.alsoHeader()) {
            return false;
          }
          int now = text.phrase().after(matched.getOrDefault(text, 0), folded);
          matched.put(text, now);
          return text.phrase().isWhole(now);
        });
  }
}
