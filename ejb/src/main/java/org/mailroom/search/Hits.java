package org.mailroom.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** Reads everything that a query finds, in no order. */
final class Hits {

  /** Hears of contents. */
  @FunctionalInterface
  interface Hearer {
    void content(long id, long print);
  }

  private Hits() {}

  static void of(Query query, IndexSearcher searcher, Hearer hearer) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        read(scorer.iterator(), leaf.reader(), hearer);
      }
    }
  }

  private static void read(DocIdSetIterator documents, LeafReader reader, Hearer hearer)
      throws IOException {
    NumericDocValues ids = reader.getNumericDocValues(TextQuery.ID);
    NumericDocValues prints = reader.getNumericDocValues(TextQuery.PRINT);
    Bits live = reader.getLiveDocs();
    for (int document = documents.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = documents.nextDoc()) {
      boolean isThere = live == null || live.get(document);
      if (isThere && ids.advanceExact(document) && prints.advanceExact(document)) {
        hearer.content(ids.longValue(), prints.longValue());
      }
    }
  }
}
