package org.mailroom.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/** Terms as Lucene takes them. */
final class TermTokens extends TokenStream {

  private final BytesTermAttribute attribute = addAttribute(BytesTermAttribute.class);
  private final long[] terms;
  private int next;

  TermTokens(long[] terms) {
    this.terms = terms;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (next == terms.length) {
      return false;
    }
    attribute.setBytesRef(octets(terms[next++]));
    return true;
  }

  /** Two octets for each character. */
  static BytesRef octets(long term) {
    int count = term >>> 16 == 0 ? 2 : term >>> 32 == 0 ? 4 : 6;
    byte[] octets = new byte[count];
    for (int i = 0; i < count; i++) {
      octets[i] = (byte) (term >>> 8 * (count - 1 - i));
    }
    return new BytesRef(octets);
  }
}
