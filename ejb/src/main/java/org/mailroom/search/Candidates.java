package org.mailroom.search;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.mailroom.mime.EncodedWords;
import org.mailroom.text.Phrase;
import org.mailroom.text.RequiredText;

/**
 * Where a text may be: in contents that the index found or doesn't know, and in traces, which the
 * index doesn't have, with a phrase of it.
 */
final class Candidates {

  private final ContentIds known;
  private final ContentIds found;
  private final List<Phrase> inTrace;

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

  /** True when a text may be in this content. */
  boolean has(long contentId) {
    return !known.contains(contentId) || found.contains(contentId);
  }

  /** True when a text may be in a trace as well. */
  boolean mayBeInTrace() {
    return !inTrace.isEmpty();
  }

  /** True when a text may be in this trace. */
  boolean isIn(String trace) {
    return trace.lines().anyMatch(this::isInLine);
  }

  private boolean isInLine(String line) {
    String text = EncodedWords.decode(line);
    return inTrace.stream().anyMatch(phrase -> phrase.isIn(text));
  }
}
