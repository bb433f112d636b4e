package org.mailroom.search;

import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.mailroom.text.Phrase;
import org.mailroom.text.RequiredText;
import org.mailroom.text.Terms;

/** What the index is asked for. */
final class TextQuery {

  static final String ID = "id";
  static final String PRINT = "print";
  static final String HEADER = "header";
  static final String BODY = "body";

  /** A field of contents of which nothing is known, with one term. */
  static final String UNKNOWN = "unknown";

  private static final Query ALL = MatchAllDocsQuery.INSTANCE;

  /** More of them rule out little more. */
  private static final int MOST_TERMS = 64;

  private TextQuery() {}

  /** The contents of some ids. */
  static Query between(long first, long before) {
    return LongPoint.newRangeQuery(ID, first, before - 1);
  }

  /** The content of an id. */
  static Query is(long id) {
    return LongPoint.newExactQuery(ID, id);
  }

  /** True when the index can't rule anything out: phrases are too short, or there are none. */
  static boolean isOfAll(Query query) {
    return query.equals(ALL);
  }

  /** Contents that may have a text. */
  static Query of(RequiredText text) {
    Query known = known(text);
    return isOfAll(known) ? ALL : any(List.of(known, new TermQuery(new Term(UNKNOWN, UNKNOWN))));
  }

  private static Query known(RequiredText text) {
    return switch (text) {
      case RequiredText.One one -> known(one);
      case RequiredText.All all -> all(all.texts().stream().map(TextQuery::known).toList());
      case RequiredText.Any any -> any(any.texts().stream().map(TextQuery::known).toList());
    };
  }

  private static Query known(RequiredText.One one) {
    Query inBody = all(BODY, one.phrase());
    return one.alsoHeader() ? any(List.of(inBody, all(HEADER, one.phrase()))) : inBody;
  }

  private static Query all(String field, Phrase phrase) {
    BooleanQuery.Builder terms = new BooleanQuery.Builder();
    for (long term : Terms.of(phrase, MOST_TERMS)) {
      terms.add(new TermQuery(new Term(field, TermTokens.octets(term))), Occur.FILTER);
    }
    Query all = terms.build();
    return all.equals(new BooleanQuery.Builder().build()) ? ALL : all;
  }

  private static Query all(List<Query> queries) {
    List<Query> some = queries.stream().filter(query -> !isOfAll(query)).toList();
    return some.isEmpty() ? ALL : join(some, Occur.FILTER);
  }

  private static Query any(List<Query> queries) {
    return queries.stream().anyMatch(TextQuery::isOfAll) ? ALL : join(queries, Occur.SHOULD);
  }

  private static Query join(List<Query> queries, Occur occur) {
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    queries.forEach(query -> joined.add(query, occur));
    return joined.build();
  }
}
