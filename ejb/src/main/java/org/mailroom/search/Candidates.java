package org.mailroom.search;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.mime.EncodedWords;
import org.mailroom.store.ContentVisitor;
import org.mailroom.text.Phrase;
import org.mailroom.text.RequiredText;

/**
 * Collects messages in which a text may be: those whose content the index found or doesn't know,
 * and those whose trace, which the index doesn't have, has a phrase of it. For one thread.
 */
final class Candidates implements ContentVisitor {

  private final ContentIds known;
  private final ContentIds found;
  private final List<Phrase> inTrace;
  private final NumberSet.Builder uids = new NumberSet.Builder();

  private Candidates(ContentIds known, ContentIds found, List<Phrase> inTrace) {
    this.known = known;
    this.found = found;
    this.inTrace = inTrace;
  }

  /** What is known is asked first, so that the answer is about all of it. */
  static Candidates of(TextIndex index, Query query, RequiredText text) throws IOException {
    ContentIds known = index.known();
    return new Candidates(known, index.search(query), inHeader(text).toList());
  }

  private static Stream<Phrase> inHeader(RequiredText text) {
    return switch (text) {
      case RequiredText.One one -> one.alsoHeader() ? Stream.of(one.phrase()) : Stream.empty();
      case RequiredText.All all -> all.texts().stream().flatMap(Candidates::inHeader);
      case RequiredText.Any any -> any.texts().stream().flatMap(Candidates::inHeader);
    };
  }

  @Override
  public void visit(long uid, long contentId, String trace) {
    if (!known.contains(contentId) || found.contains(contentId) || isIn(trace)) {
      uids.add(uid);
    }
  }

  private boolean isIn(String trace) {
    return !inTrace.isEmpty() && !trace.isEmpty() && trace.lines().anyMatch(this::isInLine);
  }

  private boolean isInLine(String line) {
    String text = EncodedWords.decode(line);
    return inTrace.stream().anyMatch(phrase -> phrase.isIn(text));
  }

  NumberSet uids() {
    return uids.build();
  }
}
